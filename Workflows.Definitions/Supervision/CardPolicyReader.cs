using System.Collections.Frozen;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Matters;

namespace Workflows.Definitions.Supervision;

/// <summary>Reads <c>supervision/policy/cards.yaml</c>.</summary>
internal static class CardPolicyReader
{
    public const string Source = "supervision/policy/cards.yaml";

    /// <summary>Reads the file; the caller leaves the policy out where that added errors.</summary>
    public static CardPolicy Read(YamlMap file)
    {
        var levels = file.Map("levels");
        var policy = new CardPolicy
        {
            Version = file.Version("version"),
            Levels = Enum.GetValues<AlertLevel>().ToFrozenDictionary(level => level, level => Level(levels.Map(KeyOf(level)))),
            Reply = TimeLimitReader.Read(file.Map("reply"), ClockKind.Step),
            MonthlyPoints = Positive(file, "monthly-points"),
            Appeals = Positive(file, "appeals"),
            Basis = file.Text("basis"),
        };
        levels.RefuseOtherKeys();
        file.RefuseOtherKeys();
        if (policy.Reply.Unit is not (TimeUnit.WorkingDays or TimeUnit.NaturalDays))
        {
            file.Refuse("reply", $"Expected a reply in working days or natural days, but it is in {policy.Reply.Unit}.");
        }

        return policy;
    }

    private static LevelPolicy Level(YamlMap level)
    {
        var policy = new LevelPolicy(Positive(level, "points"), Positive(level, "every"), level.Words<AlertRecipient>("tell"));
        level.RefuseOtherKeys();
        if (policy.Tell.Count == 0)
        {
            level.Refuse("tell", "Expected at least one who is told, but there is none.");
        }

        return policy;
    }

    private static int Positive(YamlMap map, string key)
    {
        var number = map.Integer(key);
        if (number < 1)
        {
            map.Refuse(key, $"Expected '{key}' to be 1 or more, but it is {number}.");
        }

        return number;
    }

    private static string KeyOf(AlertLevel level) => level switch
    {
        AlertLevel.Warning => "warning",
        AlertLevel.Yellow => "yellow",
        _ => "red",
    };
}
