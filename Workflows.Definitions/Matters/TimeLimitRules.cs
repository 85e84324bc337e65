namespace Workflows.Definitions.Matters;

/// <summary>A special procedure (特别程序) that a matter allows: while it is open, its time does not count.</summary>
/// <param name="Holds">What stands meanwhile.</param>
/// <param name="Longest">The longest that may be planned, or null where the law sets none.</param>
/// <param name="Basis">The law, e.g. 《中华人民共和国行政许可法》第四十五条.</param>
public sealed record SpecialProcedureRule(StopKind Kind, StopScope Holds, TimeLimit? Longest, string Basis);

/// <summary>What a stop holds.</summary>
public enum StopScope
{
    /// <summary>The matter only; the others go on.</summary>
    Matter,

    /// <summary>All clocks of the case.</summary>
    Case,
}

/// <summary>How a limit may be extended (延期): once, by so much.</summary>
/// <param name="Amount">The most that may be added, in the limit's unit.</param>
public sealed record ExtensionRule(decimal Amount, ExtensionApprover Approver, string Basis);

public enum ExtensionApprover
{
    /// <summary>本行政机关负责人: the head of the organ that decides (行政许可法 42).</summary>
    OrganHead,

    /// <summary>本级人民政府负责人: the head of the government, for joint handling (行政许可法 42); entered by the lead department's head.</summary>
    GovernmentHead,
}

/// <summary>Silent consent (超时默认): a matter that counts as approved when its promised limit passes without a decision.</summary>
/// <param name="Basis">The rule that orders it; without one there is no silent consent.</param>
public sealed record SilentConsentRule(string Basis);
