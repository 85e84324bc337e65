using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Supervision;

/// <summary>Something that a rule can read, as <c>clock.daysLeft</c>.</summary>
/// <param name="Meaning">In Chinese, for those who write rules.</param>
public sealed record Fact(string Root, string Name, FactKind Kind, string Meaning)
{
    public string Path => $"{Root}.{Name}";

    /// <summary>What it is where there is nothing to tell of.</summary>
    public FeelValue Default => Kind switch
    {
        FactKind.Text => "",
        FactKind.Number => 0,
        FactKind.YesNo => false,
        FactKind.List => new FeelList([]),
        _ => FeelValue.Null,
    };
}

public enum FactKind
{
    /// <summary>Text; empty where there is none.</summary>
    Text,

    /// <summary>A number; 0 where there is none.</summary>
    Number,

    /// <summary>True or false; false where there is nothing to tell of.</summary>
    YesNo,

    /// <summary>A day in the region; null where there is none.</summary>
    Day,

    /// <summary>Texts; empty where there are none.</summary>
    List,
}
