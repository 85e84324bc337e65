using Workflows.Definitions.Libraries;
using Workflows.Definitions.Matters;

namespace Workflows.Definitions.Clocks;

/// <summary>Reads the library's <c>clocks/limits.yaml</c> and <c>clocks/ladders.yaml</c>; a library without them has no such rules.</summary>
internal static class ClockRulesReader
{
    private const string LimitsFile = "clocks/limits.yaml";
    private const string LaddersFile = "clocks/ladders.yaml";

    public static ClockRules Read(LibraryFiles files)
    {
        var present = files.FilesIn("clocks", ".yaml").ToList();
        foreach (var other in present.Except([LimitsFile, LaddersFile]))
        {
            files.Errors.Add(new DefinitionError(other, 0, 0, null, $"Expected only {LimitsFile} and {LaddersFile}, but found '{other}'."));
        }

        return new ClockRules
        {
            Limits = present.Contains(LimitsFile) && files.Yaml(LimitsFile) is { } limits ? Limits(limits) : ClockRules.None.Limits,
            Ladders = present.Contains(LaddersFile) && files.Yaml(LaddersFile) is { } ladders ? Ladders(ladders) : [],
        };
    }

    private static Dictionary<ClockKind, TimeLimit> Limits(YamlMap file)
    {
        var limits = new Dictionary<ClockKind, TimeLimit>();
        foreach (var entry in file.RequiredMaps("limits"))
        {
            var kind = entry.Word<ClockKind>("kind");
            if (!limits.TryAdd(kind, TimeLimitReader.Read(entry, kind)))
            {
                entry.Refuse("kind", $"Expected each kind of limit once, but '{kind}' stands twice.");
            }
        }

        file.RefuseOtherKeys();
        return limits;
    }

    private static List<Ladder> Ladders(YamlMap file)
    {
        var ladders = new List<Ladder>();
        foreach (var entry in file.RequiredMaps("ladders"))
        {
            ladders.Add(new Ladder(
                entry.Word<ClockKind>("kind"),
                entry.OptionalNumber("up-to"),
                RungReader.Read(entry, "rungs") ?? [],
                entry.Text("basis"),
                entry.Flag("assumed")));
            entry.RefuseOtherKeys();
        }

        file.RefuseOtherKeys();
        return ladders;
    }
}
