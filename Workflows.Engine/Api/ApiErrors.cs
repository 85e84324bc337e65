using System.Globalization;
using System.Text.Json;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Api;

/// <summary>Answers requests that cannot be read, and failures of ours, with problem details instead of a page or nothing.</summary>
internal sealed class ApiErrors(RequestDelegate next, ILogger<ApiErrors> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await Malformed(context, exception);
        }
        catch (UnknownFormatException unknown) when (!context.Response.HasStarted)
        {
            await Problem.Of(context.Request, StatusCodes.Status409Conflict, "unknown-format", unknown.Message, unknown.CaseId, unknown.Format.ToString(CultureInfo.InvariantCulture)).ExecuteAsync(context);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            log.LogError(exception, "{Method} {Path} failed.", context.Request.Method, context.Request.Path);
            await Problem.Of(
                context.Request,
                StatusCodes.Status500InternalServerError,
                "internal-error",
                $"Expected to answer, but the server failed; the log has it under '{context.TraceIdentifier}'.",
                context.TraceIdentifier).ExecuteAsync(context);
        }
    }

    private static Task Malformed(HttpContext context, BadHttpRequestException exception)
    {
        if (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problem.Of(context.Request, exception.StatusCode, "body-too-large", "Expected a smaller request, but its body is larger than is allowed here.").ExecuteAsync(context);
        }

        var reason = exception.InnerException is JsonException json
            ? json.Message.TrimEnd('.')
            : exception.Message.TrimEnd('.');
        return Problem.Of(context.Request, exception.StatusCode, "malformed-request", $"Expected a request that can be read, but: {reason}.", reason).ExecuteAsync(context);
    }
}
