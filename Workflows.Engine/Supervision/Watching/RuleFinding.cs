using Workflows.Definitions.Feel;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Supervision.Watching;

/// <summary>A rule that is met, or that failed.</summary>
/// <param name="Case">The case right after what was found; null where it is found over many cases.</param>
/// <param name="Subject">What the rule was asked about, e.g. <c>clock/7/超承诺时限</c>: a rule raises one alert for a subject, whatever is repeated.</param>
/// <param name="Facts">Every fact that the rule could read.</param>
/// <param name="Clock">The clock that it is about, as it stood.</param>
/// <param name="Failure">Why the rule could say nothing; null where it is met.</param>
public sealed record RuleFinding(SupervisionRule Rule, Case? Case, string Subject, Charge Charge, FeelContext Facts, Clock? Clock, string? Failure);

/// <summary>Who has to answer for what was found.</summary>
/// <param name="Department">The department's code.</param>
/// <param name="Officer">The person in charge; null where nobody has taken it.</param>
public sealed record Charge(string Department, Holder? Officer, string? Matter = null, int? WorkItemId = null);
