using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Workflows.Engine.Accounts;
using Workflows.Engine.Files;

namespace Workflows.Engine.Api;

/// <summary>Files: uploaded first, then given as materials by their id, and read through their case.</summary>
internal static class FilesApi
{
    private const long FormAround = 64 * 1024;

    public static void MapFiles(this RouteGroupBuilder api)
    {
        var largest = ((IEndpointRouteBuilder)api).ServiceProvider.GetRequiredService<IOptions<FileStoreOptions>>().Value.MaximumSize;

        // A form could be sent by a foreign page, but the cookie is not sent along with it (SameSite).
        api.MapPost("/files", Upload).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(largest + FormAround))
            .WithTags("Files").WithSummary("Upload a file (PDF, JPEG or PNG) as form field 'file'.").Produces<StoredFile>(StatusCodes.Status201Created);
        api.MapGet("/cases/{caseId}/files/{fileId}", Download).WithTags("Files").WithSummary("Read a file of a case.");
    }

    private static async Task<IResult> Upload(IFormFile file, HttpRequest request, FileStore files, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        return await files.Save(content, file.FileName, AccountActor.Of(request.HttpContext.User), cancellation) switch
        {
            FileSaved saved => Results.Json(saved.File, statusCode: StatusCodes.Status201Created),
            FileRefused refused => Problem.Of(request, refused),
            var other => throw new InvalidOperationException($"Expected a saved or refused file, but found {other.GetType().Name}."),
        };
    }

    private static async Task<IResult> Download(string caseId, string fileId, HttpRequest request, FileStore files, CancellationToken cancellation)
    {
        if (await files.Open(caseId, fileId, AccountActor.Of(request.HttpContext.User), cancellation) is not { } open)
        {
            return Problem.NotFound(request, fileId);
        }

        request.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Stream(open.Content, open.File.ContentType, open.File.Name);
    }
}
