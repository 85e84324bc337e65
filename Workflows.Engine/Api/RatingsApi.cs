using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Lookup;
using Workflows.Engine.Ratings;

namespace Workflows.Engine.Api;

/// <summary>Ratings (好差评): given by applicants who know the number and the last four characters of the id number, answered by departments.</summary>
internal static class RatingsApi
{
    public static void MapRatings(this RouteGroupBuilder api)
    {
        api.MapPost("/progress/{number}/ratings", Rate).AllowAnonymous().RequireRateLimiting(ApiServices.AnonymousLimit)
            .WithTags("Progress").WithSummary("Rate a matter that has ended.").Produces<Receipt>();
        api.MapPost("/cases/{caseId}/matters/{matter}/rectification", Rectify)
            .WithTags("Cases").WithSummary("Tell what was put right after a bad rating.").Produces<Receipt>();
    }

    private static async Task<IResult> Rate(string number, string last4, RatingRequest rating, HttpRequest request, CaseReader cases, CaseHandler handler, CancellationToken cancellation) =>
        await cases.FindPublic(number, last4, cancellation) is { } view
            ? Commands.Answer(request, await handler.Send(view.Case.Id, Actor.Applicant, new RateMatter(rating.Matter, rating.Grade, rating.Comment), Commands.Id(request), cancellation))
            : Problem.NotFound(request, number);

    private static async Task<IResult> Rectify(string caseId, string matter, RectificationRequest told, HttpRequest request, CaseReader cases, CaseHandler handler, CancellationToken cancellation)
    {
        var actor = AccountActor.Of(request.HttpContext.User);
        return await cases.Find(caseId, actor, cancellation) is null
            ? Problem.NotFound(request, caseId)
            : Commands.Answer(request, await handler.Send(caseId, actor, new RectifyRating(matter, told.Result), Commands.Id(request), cancellation));
    }
}

/// <param name="Matter">The matter's code.</param>
public sealed record RatingRequest(string Matter, RatingGrade Grade, string? Comment = null);

public sealed record RectificationRequest(string Result);
