using System.Globalization;
using System.Text;
using Workflows.Engine.Versions;

namespace Workflows.Engine.CommandLine;

/// <summary>A migration for people: a paragraph a case, and the sums.</summary>
internal static class MigrationText
{
    public static string Of(IReadOnlyList<MigratedCase> cases, bool isApplied)
    {
        var text = new StringBuilder();
        foreach (var one in cases)
        {
            Write(text, one);
        }

        var movable = cases.Count(one => one.CanMove);
        return text.AppendLine(CultureInfo.InvariantCulture, $"{movable} {(isApplied ? "moved" : "can move")}, {cases.Count - movable} cannot").ToString();
    }

    private static void Write(StringBuilder text, MigratedCase one)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"{one.Number}: {(one.IsMoved ? "moved" : one.CanMove ? "can move" : "cannot move")}{(one.CanMove && !one.IsProven ? ", though it is not proven that it can end" : "")}");
        foreach (var token in one.Tokens.Where(token => token.From != token.To))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    token {token.From} > {token.To}");
        }

        foreach (var item in one.WorkItems)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    work item {item.WorkItemId}: {item.FromName} ({item.FromDepartment}) > {item.ToName} ({item.ToDepartment})");
        }

        foreach (var clock in one.Clocks)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    clock {clock.ClockId}: {clock.FromAmount} > {clock.ToAmount}, due {clock.FromDueOn:yyyy-MM-dd} > {clock.ToDueOn:yyyy-MM-dd}");
        }

        foreach (var obstacle in one.Obstacles)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    {obstacle.Message}");
        }
    }
}
