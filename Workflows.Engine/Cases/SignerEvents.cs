using Workflows.Engine.Countersigning;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases;

/// <summary>Somebody was asked to sign whom the definition does not ask (加签).</summary>
/// <param name="WorkItemId">The signature before or after which the new one comes.</param>
public sealed record SignerAdded(int WorkItemId, Holder Signer, string Department, SignerPlace Place, string Reason, Holder By, DateTimeOffset At) : CaseEvent;

/// <summary>A signature is not waited for any longer (减签).</summary>
/// <param name="Signer">Who held it; null where nobody did.</param>
public sealed record SignerRemoved(int WorkItemId, Holder? Signer, string Reason, Holder By, DateTimeOffset At) : CaseEvent;
