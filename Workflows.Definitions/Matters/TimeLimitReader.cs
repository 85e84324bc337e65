using Workflows.Definitions.Clocks;
using Workflows.Definitions.Libraries;

namespace Workflows.Definitions.Matters;

/// <summary>Reads a time limit: <c>{ amount, unit, owner, basis, assumed, rungs, extension }</c>.</summary>
internal static class TimeLimitReader
{
    public static TimeLimit Read(YamlMap limit, ClockKind kind)
    {
        var read = new TimeLimit(
            limit.Number("amount"),
            limit.Word<TimeUnit>("unit"),
            kind,
            limit.OptionalWord<TimeOwner>("owner") ?? TimeOwner.Government,
            limit.Text("basis"),
            limit.Flag("assumed"),
            RungReader.Read(limit, "rungs"),
            TimeLimitRulesReader.Extension(limit, "extension"));
        limit.RefuseOtherKeys();
        if (read.Amount <= 0)
        {
            limit.Refuse("amount", $"Expected a limit greater than 0, but it is {read.Amount}.");
        }

        if (!read.CanBeCounted)
        {
            limit.Refuse("amount", $"Expected a whole number, or halves of working days, but it is {read.Amount} {read.Unit}.");
        }

        return read;
    }
}
