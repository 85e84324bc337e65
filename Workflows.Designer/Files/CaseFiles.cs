using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Workflows.Engine.Accounts;
using Workflows.Engine.Files;

namespace Workflows.Designer.Files;

/// <summary>The files of a case, to be read in the page: only for those who may see the case.</summary>
internal static class CaseFiles
{
    public static string Address(string caseId, string fileId) => $"/cases/{caseId}/files/{fileId}";

    public static void MapCaseFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/cases/{caseId}/files/{fileId}", async (string caseId, string fileId, HttpContext context, [FromServices] FileStore files) =>
        {
            if (await files.Open(caseId, fileId, AccountActor.Of(context.User), context.RequestAborted) is not { } open)
            {
                return Results.NotFound();
            }

            // What applicants upload is shown, never run.
            context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileNameStar = open.File.Name }.ToString();
            context.Response.Headers.CacheControl = "private, max-age=3600";
            return Results.Stream(open.Content, open.File.ContentType, enableRangeProcessing: true);
        }).RequireAuthorization();
}
