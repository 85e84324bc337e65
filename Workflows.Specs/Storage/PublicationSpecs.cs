using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Storage;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Storage;

public class PublicationSpecs
{
    [Fact]
    public async Task A_service_whose_process_has_an_error_is_not_published_and_the_error_is_told()
    {
        await using var engine = await TestEngine.Start(DatabaseProvider.Sqlite);
        var folder = Directory.CreateTempSubdirectory("workflows-specs-");
        Copy(LibraryFolder.Path, folder.FullName);
        Damage(Path.Combine(folder.FullName, "services", "open-restaurant", "process.bpmn"), "guidance.route = \"promise\"", "guidance.route = ");
        Damage(Path.Combine(folder.FullName, "services", "open-restaurant", "service.yaml"), "version: 1", "version: 2");

        var report = await engine.Get<LibraryImport>().Run(folder.FullName, TestContext.Current.CancellationToken);

        report.Imported.ShouldNotContain("service 'open-restaurant', version 2");
        report.Errors.ShouldContain(error => error.Source.EndsWith("process.bpmn", StringComparison.Ordinal) && error.Line > 0 && error.ElementId == "flow_promise");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_package_with_an_error_publishes_nothing_of_it()
    {
        await using var engine = await TestEngine.Start(DatabaseProvider.Sqlite);
        using var folder = Version2();
        folder.Replacing("services/open-restaurant/process.bpmn", "guidance.route = \"promise\"", "guidance.route = ");

        var report = await Publish(engine, folder);

        report.Imported.ShouldBeEmpty();
        report.Errors.ShouldContain(error => error.Source.EndsWith("process.bpmn", StringComparison.Ordinal) && error.Line > 0 && error.Column > 0);
        (await engine.Get<DefinitionStore>().Versions(TestContext.Current.CancellationToken)).ShouldNotContain(version => version.Version == 2);
    }

    [Fact]
    public async Task A_version_comes_into_force_on_its_day_and_running_cases_stay_where_they_are()
    {
        await using var engine = await TestEngine.Start(DatabaseProvider.Sqlite);
        var definitions = engine.Get<DefinitionStore>();
        using var folder = Version2();

        (await Publish(engine, folder)).Imported.ShouldBe(["service 'open-restaurant', version 2"]);

        (await definitions.FindCurrent("open-restaurant", TestContext.Current.CancellationToken))!.Definitions.Service.Version.ShouldBe(1);
        engine.Time.Advance(TimeSpan.FromDays(30));
        (await definitions.FindCurrent("open-restaurant", TestContext.Current.CancellationToken))!.Definitions.Service.Version.ShouldBe(2);
        (await definitions.Get("open-restaurant", 1, TestContext.Current.CancellationToken)).Service.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_published_version_is_never_changed_and_the_same_again_changes_nothing()
    {
        await using var engine = await TestEngine.Start(DatabaseProvider.Sqlite);
        using var folder = Version2();
        await Publish(engine, folder);

        var again = await Publish(engine, folder);
        (again.Imported.Count, again.Errors.Count).ShouldBe((0, 0));
        folder.Replacing("services/open-restaurant/service.yaml", "name: 开办餐饮店", "name: 开餐饮店");

        (await Publish(engine, folder)).Errors.ShouldHaveSingleItem().Message
            .ShouldBe("Expected service 'open-restaurant' in version 2 to stay as it was published, but it was changed. Give the change a new version.");
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_and_publishes_nothing()
    {
        await using var engine = await TestEngine.Start(DatabaseProvider.Sqlite);
        using var folder = Version2();

        (await Publish(engine, folder, dryRun: true)).Imported.ShouldBe(["service 'open-restaurant', version 2"]);

        (await engine.Get<DefinitionStore>().Versions(TestContext.Current.CancellationToken)).ShouldNotContain(version => version.Version == 2);
    }

    [Fact]
    public async Task A_package_may_leave_out_the_calendars()
    {
        await using var engine = await TestEngine.Start(DatabaseProvider.Sqlite);
        using var folder = Version2();
        Directory.Delete(Path.Combine(folder.Folder, "calendars"), recursive: true);

        (await Publish(engine, folder)).Imported.ShouldBe(["service 'open-restaurant', version 2"]);
    }

    [Fact]
    public async Task A_start_with_the_library_that_it_knows_leaves_in_force_what_was_published_since()
    {
        await using var engine = await TestEngine.Start(DatabaseProvider.Sqlite);
        using var folder = Version2();
        const string Calendar = "calendars/cn/2026.yaml";
        folder.With(Calendar, File.ReadAllText(Path.Combine(folder.Folder, Calendar)) + "# 本市核对\n");
        (await Publish(engine, folder)).Imported.ShouldContain("calendar 'cn', version 2");

        var start = await engine.Get<LibraryImport>().Run(LibraryFolder.Path, TestContext.Current.CancellationToken);

        (start.Imported.Count, start.Errors.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task An_error_of_the_library_is_told_at_every_start()
    {
        await using var engine = await TestEngine.Start(DatabaseProvider.Sqlite);
        using var folder = Version2().Replacing("services/open-restaurant/process.bpmn", "guidance.route = \"promise\"", "guidance.route = ");
        var import = engine.Get<LibraryImport>();
        var first = await import.Run(folder.Folder, TestContext.Current.CancellationToken);

        var second = await import.Run(folder.Folder, TestContext.Current.CancellationToken);

        first.Errors.ShouldNotBeEmpty();
        second.Errors.ShouldBe(first.Errors);
    }

    private static TemporaryLibrary Version2() => LibraryFolder.Copy()
        .Replacing("services/open-restaurant/service.yaml", "version: 1", "version: 2")
        .Replacing("services/open-restaurant/service.yaml", "effective-on: 2026-01-01", "effective-on: 2026-04-01");

    private static Task<ImportReport> Publish(TestEngine engine, TemporaryLibrary folder, bool dryRun = false) => engine.Get<Publication>().Publish(
        LibraryPackage.OfFolder(folder.Folder),
        new Actor("fenxi", "何静", null, [Role.Analyst]),
        dryRun,
        TestContext.Current.CancellationToken);

    private static void Damage(string file, string from, string to)
    {
        var text = File.ReadAllText(file);
        text.ShouldContain(from);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
