using System.CommandLine;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Shouldly;
using Workflows.Engine.CommandLine;
using Workflows.Specs.Processes;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Checks;

/// <summary>The commands <c>lint</c>, <c>verify</c> and <c>convert</c>.</summary>
public sealed class DefinitionCommandsSpecs : IDisposable
{
    private const string Unsound = """
        <startEvent id="s"/><exclusiveGateway id="g"/><task id="a"/><task id="b"/><parallelGateway id="j"/><endEvent id="e"/>
        """;

    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter errors = new() { NewLine = "\n" };
    private readonly TemporaryLibrary files = new();

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
        files.Dispose();
    }

    [Fact]
    public void Lint_tells_file_line_column_level_rule_and_sentence()
    {
        files.With("a.bpmn", BpmnText.InProcess(Unsound + BpmnText.Flows("s>g g>a g>b a>j b>j j>e")));

        Lint(Path.Combine(files.Folder, "a.bpmn")).ShouldBe(1);

        output.ToString().ShouldMatch(@"a\.bpmn\(3,\d+\): error soundness: Expected every run to come to an end, but the process can get stuck with a token that waits at 'j' for ever\.\n    s > g > g_a > a\n");
        output.ToString().ShouldContain(": warning label-required: Expected 'a' to have a name, but it has none.\n");
        output.ToString().Split('\n')[^2].ShouldMatch(@"^\d+ errors, \d+ warnings$");
    }

    [Fact]
    public void Lint_tells_what_cannot_be_read()
    {
        files.With("broken.bpmn", "<definitions>").With("wrong.bpmn", BpmnText.InProcess("<taks id='a'/>"));

        Lint(files.Folder).ShouldBe(1);

        output.ToString().ShouldContain("broken.bpmn(1,");
        output.ToString().ShouldContain("wrong.bpmn(3,");
        output.ToString().ShouldEndWith("2 errors, 0 warnings\n");
    }

    [Fact]
    public void Lint_of_the_built_in_library_finds_no_error()
    {
        Lint(LibraryFolder.Path).ShouldBe(0);

        output.ToString().ShouldContain("0 errors, ");
    }

    [Fact]
    public void Lint_of_one_file_of_a_library_knows_the_rest_of_it()
    {
        using var library = LibraryFolder.Copy();
        library.Replacing("services/open-restaurant/process.bpmn", "calledElement=\"standard-approval\"", "calledElement=\"no-such-process\"");

        Lint(Path.Combine(library.Folder, "services/open-restaurant/process.bpmn")).ShouldBe(1);

        output.ToString().ShouldContain("services/open-restaurant/process.bpmn(");
        output.ToString().ShouldContain("error called-process-exists: ");
    }

    [Fact]
    public void Lint_prints_json_for_tools()
    {
        files.With("a.bpmn", BpmnText.InProcess("""<startEvent id="s" name="收件"/>"""));

        Lint(files.Folder, "--json").ShouldBe(1);

        var findings = JsonNode.Parse(output.ToString())!.AsArray();
        var finding = findings.Single(finding => (string?)finding!["rule"] == "end-event-required")!;
        ((string?)finding["level"], (string?)finding["source"], (string?)finding["element"], (int)finding["line"]!).ShouldBe(("error", "a.bpmn", "p", 3));
    }

    [Fact]
    public void Lint_of_a_path_that_does_not_exist_ends_with_status_1()
    {
        Lint(Path.Combine(files.Folder, "none.bpmn")).ShouldBe(1);

        errors.ToString().ShouldContain("none.bpmn");
    }

    [Fact]
    public void Verify_of_a_sound_process_ends_with_status_0()
    {
        files.With("a.bpmn", BpmnText.InProcess("""<startEvent id="s"/><endEvent id="e"/>""" + BpmnText.Flows("s>e")));

        Verify("a.bpmn").ShouldBe(0);

        output.ToString().ShouldBe("a.bpmn: sound, 2 states\n");
    }

    [Fact]
    public void Verify_of_an_unsound_process_shows_the_way_there()
    {
        files.With("a.bpmn", BpmnText.InProcess(Unsound + BpmnText.Flows("s>g g>a g>b a>j b>j j>e")));

        Verify("a.bpmn").ShouldBe(1);

        output.ToString().ShouldContain("    s > g > g_a > a\n");
        output.ToString().ShouldContain("a.bpmn: unsound, ");
    }

    [Fact]
    public void Verify_prints_json_and_judges_a_collaboration()
    {
        files.With("a.bpmn", BpmnText.InProcess("""<startEvent id="s"/><endEvent id="e"/>""" + BpmnText.Flows("s>e")));

        Verify("a.bpmn", "--json", "--communication", "Causal").ShouldBe(0);

        var report = JsonNode.Parse(output.ToString())!;
        ((string?)report["verdict"], (bool)report["collaboration"]!["sound"]!, (string?)report["collaboration"]!["communication"]).ShouldBe(("sound", true, "Causal"));
    }

    [Fact]
    public void Verify_past_its_bound_is_undecided_and_ends_with_status_1()
    {
        files.With("a.bpmn", BpmnText.InProcess(Unsound.Replace("parallel", "exclusive", StringComparison.Ordinal) + BpmnText.Flows("s>g g>a g>b a>j b>j j>e")));

        Verify("a.bpmn", "--states", "1").ShouldBe(1);

        output.ToString().ShouldContain("a.bpmn: undecided, ");
    }

    [Fact]
    public void Convert_writes_canonical_xml()
    {
        files.With("a.bpmn", BpmnText.InProcess("""<task name="b"   id="a"/>"""));

        Convert("a.bpmn", "--to", "xml").ShouldBe(0);

        output.ToString().ShouldContain("""<task id="a" name="b" />""");
    }

    [Fact]
    public void Convert_draws_a_picture_into_a_file()
    {
        var picture = Path.Combine(files.Folder, "picture.svg");

        ConvertCommand.Create(output, errors)
            .Parse([Path.Combine(LibraryFolder.Path, "shared/standard-approval.bpmn"), "--to", "svg", "--output", picture]).Invoke().ShouldBe(0);

        XElement.Parse(File.ReadAllText(picture)).Name.LocalName.ShouldBe("svg");
        output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void Convert_of_a_file_without_a_diagram_ends_with_status_1()
    {
        files.With("a.bpmn", BpmnText.InProcess(""));

        Convert("a.bpmn", "--to", "svg").ShouldBe(1);

        errors.ToString().ShouldContain("Expected the file to have a diagram, but it has none.");
    }

    private int Lint(params string[] arguments) => LintCommand.Create(output, errors).Parse(arguments).Invoke();

    private int Verify(string file, params string[] arguments) =>
        VerifyCommand.Create(output, errors).Parse([Path.Combine(files.Folder, file), .. arguments]).Invoke();

    private int Convert(string file, params string[] arguments) =>
        ConvertCommand.Create(output, errors).Parse([Path.Combine(files.Folder, file), .. arguments]).Invoke();
}
