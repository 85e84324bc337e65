namespace Workflows.Definitions.Decisions.Tables;

/// <summary>What a table makes of the rules that match (DMN 1.5 §8.2.8).</summary>
internal enum HitPolicy
{
    Unique,
    First,
    Priority,
    Any,
    Collect,
    RuleOrder,
    OutputOrder,
}

/// <summary>How collected outputs become one value.</summary>
internal enum Aggregation
{
    None,
    Sum,
    Count,
    Min,
    Max,
}
