using Microsoft.AspNetCore.Mvc;
using Workflows.Definitions.Libraries;
using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;

namespace Workflows.Engine.Api;

/// <summary>Published definitions, for analysts and administrators.</summary>
internal static class DefinitionsApi
{
    private const string Zip = "application/zip";

    public static void MapDefinitions(this RouteGroupBuilder api)
    {
        var definitions = api.MapGroup("/definitions").RequireAuthorization(policy => policy.RequireRole(Role.Analyst, Role.Administrator)).WithTags("Definitions");
        definitions.MapGet("/", async (DefinitionStore store, CancellationToken cancellation) => Results.Ok(await store.Versions(cancellation)))
            .WithSummary("The published versions of all services.").Produces<IReadOnlyList<PublishedVersion>>();
        definitions.MapPost("/", Publish).WithMetadata(new RequestSizeLimitAttribute(LibraryPackage.MostBytesTogether)).Accepts<byte[]>(Zip)
            .WithSummary("Publish a zip file with the folders of a library: all of it, or nothing.").Produces<PublicationDocument>();
    }

    private static async Task<IResult> Publish(bool? dryRun, HttpRequest request, Publication publication, CancellationToken cancellation)
    {
        // The directory of a zip file stands at its end, so there is no reading it as it comes.
        using var zip = new MemoryStream();
        await request.Body.CopyToAsync(zip, cancellation);
        zip.Position = 0;
        var report = await publication.Publish(LibraryPackage.OfZip(zip), AccountActor.Of(request.HttpContext.User), dryRun is true, cancellation);
        return report.Errors.Count > 0 ? Problem.Of(request, report.Errors) : Results.Ok(new PublicationDocument(report.Imported, dryRun is true));
    }
}

/// <param name="Published">What became known, or would, in words; empty where everything had been published before.</param>
public sealed record PublicationDocument(IReadOnlyList<string> Published, bool DryRun);
