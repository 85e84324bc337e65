using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Workflows.Definitions;
using Workflows.Engine.Cases;
using Workflows.Engine.Files;

namespace Workflows.Engine.Api;

/// <summary>Refusals as problem details (RFC 9457) with a <c>code</c>, and <c>faults</c> where an application has some.</summary>
public static class Problem
{
    private const string MediaType = "application/problem+json";

    public static IResult Of(HttpRequest request, Rejected rejected)
    {
        var language = ProblemTexts.Language(request);
        return Result(Details(Status(rejected.Code), ApiJson.Code(rejected.Code), rejected.Arguments, rejected.Message, language, rejected.Faults));
    }

    public static IResult Of(HttpRequest request, FileRefused refused) =>
        Result(Details(StatusCodes.Status422UnprocessableEntity, ApiJson.Code(refused.Code), refused.Arguments, refused.Message, ProblemTexts.Language(request), []));

    /// <param name="message">English, "Expected …, but …"; said where the texts have no sentence for the code.</param>
    public static IResult Of(HttpRequest request, int status, string code, string message, params string[] arguments) =>
        Of(request, status, code, [], message, arguments);

    /// <inheritdoc cref="Of(HttpRequest, int, string, string, string[])"/>
    public static IResult Of(HttpRequest request, int status, string code, IReadOnlyList<ApplicationFault> faults, string message, params string[] arguments) =>
        Result(Details(status, code, arguments, message, ProblemTexts.Language(request), faults));

    /// <summary>Definitions that cannot be published, with every reason as <c>errors</c>.</summary>
    public static IResult Of(HttpRequest request, IReadOnlyList<DefinitionError> errors)
    {
        const string code = "invalid-definitions";
        var problem = Details(
            StatusCodes.Status422UnprocessableEntity,
            code,
            [errors.Count.ToString(CultureInfo.InvariantCulture)],
            $"Expected definitions without errors, but there are {errors.Count}; nothing was published.",
            ProblemTexts.Language(request),
            []);
        problem.Extensions["errors"] = errors;
        return Result(problem);
    }

    public static IResult NotFound(HttpRequest request, string id) =>
        Of(request, StatusCodes.Status404NotFound, "not-found", $"Expected '{id}', but there is no such thing that you may see.", id);

    private static int Status(RejectionCode code) => code switch
    {
        RejectionCode.NotFound or RejectionCode.UnknownService => StatusCodes.Status404NotFound,
        RejectionCode.NotEntitled or RejectionCode.Excluded => StatusCodes.Status403Forbidden,
        RejectionCode.InvalidState or RejectionCode.AlreadyCompleted or RejectionCode.HeldByAnother or RejectionCode.CaseHasEnded
            or RejectionCode.IncidentOpen or RejectionCode.Suspended or RejectionCode.AlreadyStopped or RejectionCode.AlreadyExtended or RejectionCode.LimitExpired
            or RejectionCode.Conflict or RejectionCode.EffectChanged or RejectionCode.Delegated or RejectionCode.AlreadySigner or RejectionCode.AlreadyReminded or RejectionCode.LastSigner or RejectionCode.MatterDecided or RejectionCode.UnknownFormat
            or RejectionCode.StageNotReady or RejectionCode.DepartmentAbolished => StatusCodes.Status409Conflict,
        RejectionCode.CommandTooLarge => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static ProblemDetails Details(int status, string code, IReadOnlyList<string> arguments, string message, CultureInfo language, IReadOnlyList<ApplicationFault> faults)
    {
        var problem = new ProblemDetails
        {
            Type = $"urn:workflows:problem:{code}",
            Title = ProblemTexts.Find($"title-{status}", [], language),
            Status = status,
            Detail = ProblemTexts.Find(code, arguments, language) ?? message,
        };
        problem.Extensions["code"] = code;
        problem.Extensions["arguments"] = arguments;
        if (faults.Count > 0)
        {
            problem.Extensions["faults"] = faults.Select(fault => new FaultDetails(
                fault.Target, fault.Code, ProblemTexts.Find($"fault-{fault.Code}", fault.Arguments, language) ?? fault.Code, fault.Arguments));
        }

        return problem;
    }

    private static IResult Result(ProblemDetails problem) => Results.Json(problem, contentType: MediaType, statusCode: problem.Status);
}

/// <summary>A fault of one field or material, with its sentence.</summary>
/// <param name="Target">E.g. <c>form.floorArea</c>.</param>
public sealed record FaultDetails(string Target, string Code, string Detail, IReadOnlyList<string> Arguments);
