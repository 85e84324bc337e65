using Workflows.Definitions.Libraries;
using Workflows.Definitions.Supervision;

namespace Workflows.Definitions.Clocks;

/// <summary>Reads rungs: a list of <c>{ name, level, before }</c> or <c>{ name, level, after }</c>, in the order in which they are passed.</summary>
internal static class RungReader
{
    /// <summary>Reads the key of <paramref name="owner"/>; null where it has none.</summary>
    public static IReadOnlyList<Rung>? Read(YamlMap owner, string key)
    {
        var rungs = owner.Maps(key).Select(ReadOne).ToList();
        foreach (var twice in rungs.GroupBy(rung => rung.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            owner.Refuse(key, $"Expected each rung once, but '{twice.Key}' stands twice.");
        }

        for (var index = 1; index < rungs.Count; index++)
        {
            if (rungs[index].Offset < rungs[index - 1].Offset || rungs[index].Level < rungs[index - 1].Level)
            {
                owner.Refuse(key, $"Expected rungs in the order in which they are passed and each at least as serious as the one before, but '{rungs[index].Name}' follows '{rungs[index - 1].Name}'.");
            }
        }

        return rungs.Count == 0 ? null : rungs;
    }

    private static Rung ReadOne(YamlMap entry)
    {
        var before = entry.OptionalNumber("before");
        var after = entry.OptionalNumber("after");
        var rung = new Rung(entry.Text("name"), entry.Word<AlertLevel>("level"), after ?? -before ?? 0);
        entry.RefuseOtherKeys();
        if (before is null == after is null)
        {
            entry.Refuse("name", $"Expected rung '{rung.Name}' to have either 'before' or 'after', but it has {(before is null ? "neither" : "both")}.");
        }

        if (before <= 0)
        {
            entry.Refuse("before", $"Expected 'before' to be greater than 0, but it is {before}; the instant of expiry is 'after: 0'.");
        }

        if (after < 0)
        {
            entry.Refuse("after", $"Expected 'after' to be 0 or more, but it is {after}.");
        }

        return rung;
    }
}
