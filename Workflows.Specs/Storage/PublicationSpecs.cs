using Shouldly;
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
