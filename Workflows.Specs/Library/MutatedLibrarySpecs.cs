using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Library;

/// <summary>Whatever is in the files of a library: reading them ends, throws nothing, and names what is wrong.</summary>
public class MutatedLibrarySpecs
{
    private const int Libraries = 150;

    /// <summary>Far above the sum of all of them, far below for ever.</summary>
    private const int MostMilliseconds = 5 * 60 * 1000;

    private static readonly string[] Pieces =
        ["- ", ": ", "&a ", "*a", "<<: *a", "!!binary ", "!x ", "|\n", ">\n", "{", "}", "[", "]", "'", "\"", "#", "---\n", "...\n", "? ", "\t", "\0", "~", "9e999", "2026-13-40", "\uFFFE", "@", "`"];

    private static readonly KeyValuePair<string, string>[] Files = [.. LibraryPackage.OfFolder(LibraryFolder.Path).Texts];

    [Fact(Timeout = MostMilliseconds)]
    public Task No_library_makes_the_reader_fail_or_hang() => Task.Run(
        () => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Libraries),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
            {
                var read = LibraryReader.Read(Mutated(new Random(seed)));

                read.Errors.ShouldAllBe(error => error.Message.Length > 0 && error.Source.Length > 0);
            })),
        TestContext.Current.CancellationToken);

    private static Dictionary<string, string> Mutated(Random random)
    {
        var files = Files.ToDictionary(StringComparer.Ordinal);
        for (var changed = random.Next(1, 5); changed > 0; changed--)
        {
            var (path, _) = Files[random.Next(Files.Length)];
            files[path] = Changed(files[path], random);
        }

        return files;
    }

    private static string Changed(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var (one, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(8))
        {
            case 0:
                lines.RemoveAt(one);
                break;
            case 1:
                lines.Insert(other, lines[one]);
                break;
            case 2:
                (lines[one], lines[other]) = (lines[other], lines[one]);
                break;
            case 3:
                lines[one] = "  " + lines[one];
                break;
            case 4:
                lines[one] = lines[one].TrimStart();
                break;
            case 5:
                return text[..random.Next(text.Length + 1)];
            case 6 when lines[one].Contains(": ", StringComparison.Ordinal):
                lines[one] = lines[one][..(lines[one].IndexOf(": ", StringComparison.Ordinal) + 2)] + Pieces[random.Next(Pieces.Length)];
                break;
            default:
                var at = random.Next(lines[one].Length + 1);
                lines[one] = lines[one][..at] + Pieces[random.Next(Pieces.Length)] + lines[one][at..];
                break;
        }

        return string.Join('\n', lines);
    }
}
