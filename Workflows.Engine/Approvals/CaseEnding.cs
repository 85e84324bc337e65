using Workflows.Engine.Cases;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Approvals;

internal static class CaseEnding
{
    /// <summary>The case ends; no clock runs on.</summary>
    public static void End(Burst burst, CaseStatus status)
    {
        MatterClocks.End(burst, _ => true, met: status is CaseStatus.Completed);
        burst.Emit(new CaseEnded(status, burst.Now));
    }
}
