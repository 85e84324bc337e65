using Workflows.Definitions.Feel;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Intake;

namespace Workflows.Engine.Api;

/// <summary>Services: which there are, and what an application needs (情形引导).</summary>
internal static class ServicesApi
{
    public static void MapServices(this RouteGroupBuilder api)
    {
        var services = api.MapGroup("/services").WithTags("Services");
        services.MapGet("/", Read).WithSummary("The services in force.").Produces<IReadOnlyList<ServiceDocument>>();
        services.MapPost("/{code}/guidance", Guide).WithSummary("From the answers to the questions to matters, form fields and materials.").Produces<GuidanceDocument>();
    }

    private static async Task<IResult> Read(DefinitionStore definitions, CancellationToken cancellation) =>
        Results.Ok((await definitions.Current(cancellation)).Select(published => ServiceDocument.Of(published.Definitions.Service)));

    private static async Task<IResult> Guide(string code, GuidanceRequest guidance, HttpRequest request, DefinitionStore definitions, CancellationToken cancellation) =>
        await definitions.FindCurrent(code, cancellation) is { } service
            ? Results.Ok(GuidanceDocument.Of(service.Definitions, guidance))
            : Problem.Of(request, new Rejected(RejectionCode.UnknownService, $"Expected a service '{code}', but there is none in force.", code));
}

/// <param name="Form">The form's values so far; they may change which fields and materials apply.</param>
/// <param name="Applicant">The applicant, where known.</param>
public sealed record GuidanceRequest(FeelContext Answers, FeelContext? Form = null, Applicant? Applicant = null);
