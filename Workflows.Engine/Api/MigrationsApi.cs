using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Versions;

namespace Workflows.Engine.Api;

/// <summary>Running cases that move to another version of their service, for analysts and administrators.</summary>
internal static class MigrationsApi
{
    public static void MapMigrations(this RouteGroupBuilder api) =>
        api.MapPost("/migrations", Migrate).RequireAuthorization(policy => policy.RequireRole(Role.Analyst, Role.Administrator)).WithTags("Definitions")
            .WithSummary("Tell what moving the next running cases to another version would do, or move them.").Produces<MigrationBatch>();

    private static async Task<IResult> Migrate(MigrationsRequest migration, HttpRequest request, CaseMigration migrations, CancellationToken cancellation)
    {
        var asked = new MigrationRequest(migration.Service, migration.FromVersion, migration.ToVersion, migration.Instructions ?? MigrationInstructions.None);
        var size = migration.Size ?? CaseMigration.LargestBatch;
        var batch = migration.Apply is true
            ? await migrations.Apply(asked, AccountActor.Of(request.HttpContext.User), migration.After, size, cancellation)
            : await migrations.DryRun(asked, migration.After, size, cancellation);
        return batch is null
            ? Problem.Of(request, new Rejected(
                RejectionCode.UnknownService,
                $"Expected service '{migration.Service}' in versions {migration.FromVersion} and {migration.ToVersion}, but they are not both there.",
                migration.Service))
            : Results.Ok(batch);
    }
}

/// <param name="Apply">True to move the cases; else only what would happen is told.</param>
/// <param name="After">The last case of the batch before; null for the first batch.</param>
/// <param name="Size">The cases of a batch, at most 500.</param>
public sealed record MigrationsRequest(
    string Service,
    int FromVersion,
    int ToVersion,
    MigrationInstructions? Instructions = null,
    bool? Apply = null,
    string? After = null,
    int? Size = null);
