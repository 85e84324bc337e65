using System.CommandLine;
using Workflows.Definitions.Libraries;

namespace Workflows.Engine.CommandLine;

/// <summary><c>guide &lt;library&gt;</c>: writes the service guide (办事指南) of a library as one page of Markdown.</summary>
/// <remarks>Exit status 1 where the library has errors: a guide that leaves a service out would be believed.</remarks>
public static class GuideCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var library = new Argument<DirectoryInfo>("library") { Description = "The folder of a library." };
        var target = new Option<FileInfo?>("--out") { Description = "The file to write; without it the guide is printed." };
        var command = new Command("guide", "Writes the service guide (办事指南) from the definitions that run.") { library, target };
        command.SetAction((parsed, cancellation) => Run(parsed.GetRequiredValue(library), parsed.GetValue(target), output, errors, cancellation));

        return command;
    }

    private static async Task<int> Run(DirectoryInfo folder, FileInfo? target, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (!folder.Exists)
        {
            await errors.WriteLineAsync($"Expected a library in '{folder}', but there is no such folder.");

            return 1;
        }

        var library = LibraryReader.Read(folder.FullName);
        foreach (var error in library.Errors)
        {
            await errors.WriteLineAsync(error.ToString());
        }

        if (library.Errors.Count > 0)
        {
            return 1;
        }

        var guide = GuideText.Of(library);
        await (target is null ? output.WriteAsync(guide) : File.WriteAllTextAsync(target.FullName, guide, cancellation));

        return 0;
    }
}
