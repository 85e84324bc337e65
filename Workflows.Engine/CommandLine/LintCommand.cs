using System.CommandLine;
using Workflows.Definitions;
using Workflows.Definitions.Checks;

namespace Workflows.Engine.CommandLine;

/// <summary><c>lint &lt;paths&gt;</c>: looks at BPMN files by all rules, those of a library together with what they belong to.</summary>
/// <remarks>Exit status 1 where a file cannot be read or a finding is an error; warnings alone are no error.</remarks>
public static class LintCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var paths = new Argument<FileSystemInfo[]>("paths")
        {
            Description = "BPMN files, folders of them, or the folder of a library.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = CommandInputs.Json();
        var command = new Command("lint", "Checks definitions by all rules.") { paths, json };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(paths), parsed.GetValue(json), output, errors));

        return command;
    }

    private static int Run(FileSystemInfo[] paths, bool asJson, TextWriter output, TextWriter errors)
    {
        try
        {
            var files = DefinitionFiles.Of(paths);
            var unreadable = files.Errors;
            var findings = files.Definitions.SelectMany(DefinitionLinter.Check).ToList();
            if (asJson)
            {
                output.WriteLine(FindingText.Json(unreadable, findings));
            }
            else
            {
                FindingText.Write(output, unreadable, findings);
            }

            return unreadable.Count > 0 || findings.Exists(finding => finding.Severity == Severity.Error) ? 1 : 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(failure.Message);

            return 1;
        }
    }
}
