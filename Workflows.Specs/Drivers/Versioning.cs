using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Lookup;
using Workflows.Engine.Versions;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Drivers;

/// <summary>Publishes a second version of the service, and moves the case to it.</summary>
internal sealed class Versioning(Office office) : IDisposable
{
    private static readonly Actor Analyst = new("fenxi", "何静", null, [Role.Analyst]);

    private readonly TemporaryLibrary library = LibraryFolder.Copy()
        .WithOnly("open-restaurant")
        .Replacing("services/open-restaurant/service.yaml", "version: 1", "version: 2")
        .Replacing("services/open-restaurant/service.yaml", "effective-on: 2026-01-01", "effective-on: 2026-02-13");

    /// <summary>What became of the case, or would.</summary>
    public MigratedCase Moved { get; private set; } = null!;

    public async Task Publish(Action<TemporaryLibrary> edit)
    {
        edit(library);
        var report = await (await office.Engine()).Get<Publication>().Publish(LibraryPackage.OfFolder(library.Folder), Analyst, false, TestContext.Current.CancellationToken);
        report.Errors.ShouldBeEmpty();
    }

    public Task DryRun(MigrationInstructions instructions) => Run(instructions, (migration, request) => migration.DryRun(request, cancellation: TestContext.Current.CancellationToken));

    public async Task Apply(MigrationInstructions instructions)
    {
        await Run(instructions, (migration, request) => migration.Apply(request, Analyst, cancellation: TestContext.Current.CancellationToken));
        await office.Look();
    }

    public void Dispose() => library.Dispose();

    private async Task Run(MigrationInstructions instructions, Func<CaseMigration, MigrationRequest, Task<MigrationBatch?>> run)
    {
        var batch = await run((await office.Engine()).Get<CaseMigration>(), new MigrationRequest(Office.Service, 1, 2, instructions));
        Moved = batch.ShouldNotBeNull().Cases.ShouldHaveSingleItem();
    }
}
