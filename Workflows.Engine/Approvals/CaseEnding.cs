using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Approvals;

internal static class CaseEnding
{
    /// <summary>The case ends: no clock runs on, and a matter that its process never reached was not taken up.</summary>
    public static void End(Burst burst, CaseStatus status)
    {
        foreach (var matter in burst.Case.Matters.Values.Where(matter => matter.State is MatterState.Received).ToList())
        {
            burst.Emit(new MatterStateChanged(matter.Code, MatterState.NotWithinScope, burst.Now));
        }

        MatterClocks.End(burst, _ => true, met: status is CaseStatus.Completed);
        burst.Emit(new CaseEnded(status, burst.Now));
    }
}
