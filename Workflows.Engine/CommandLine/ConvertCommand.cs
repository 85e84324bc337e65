using System.CommandLine;
using Workflows.Definitions;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Processes.Diagrams;

namespace Workflows.Engine.CommandLine;

/// <summary><c>convert &lt;file&gt; --to xml|svg</c>: writes a BPMN file in canonical form, or its diagram as a picture.</summary>
/// <remarks>Exit status 1 where the file cannot be read or has no diagram to draw.</remarks>
public static class ConvertCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var file = new Argument<FileInfo>("file") { Description = "A BPMN file." };
        var to = new Option<string>("--to") { Description = "xml: the same file in canonical form, for comparison; svg: a picture of its diagram.", Required = true };
        to.AcceptOnlyFromAmong("xml", "svg");
        var target = new Option<FileInfo?>("--output") { Description = "The file to write; by default the text is printed." };
        var command = new Command("convert", "Writes a BPMN file as canonical XML or as a picture.") { file, to, target };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetRequiredValue(to), parsed.GetValue(target), output, errors));

        return command;
    }

    private static int Run(FileInfo file, string to, FileInfo? target, TextWriter output, TextWriter errors)
    {
        try
        {
            using var stream = file.OpenRead();
            var model = ProcessModelReader.Read(stream, file.Name);
            var text = to == "svg" ? ProcessSvg.Draw(model) : ProcessModelWriter.Write(model, ProcessModelForm.Canonical);
            if (target is null)
            {
                output.WriteLine(text);
            }
            else
            {
                File.WriteAllText(target.FullName, text);
            }

            return 0;
        }
        catch (Exception failure) when (failure is DefinitionException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(failure.Message);

            return 1;
        }
    }
}
