using System.Globalization;
using Workflows.Definitions.Matters;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Nothing is decided in what is suspended (中止) until it is resumed (恢复).</summary>
/// <remarks>Other special procedures only let the clocks stand: the office works on while experts look at the file.</remarks>
internal static class Suspending
{
    /// <summary>The refusal of an act by which the item would go on; null where nothing has suspended it.</summary>
    public static Rejected? RefusalOf(Case state, WorkItem item, string act) => state.Procedures.Values.FirstOrDefault(procedure =>
        procedure.IsOpen && procedure.Kind is StopKind.Suspension && (procedure.Holds is StopScope.Case || procedure.Matter == item.Matter)) is { } open
        ? new Rejected(
            RejectionCode.Suspended,
            $"Expected to {act} work item '{item.Id}', but notice '{open.Notice}' has suspended it; it is planned to be resumed by {open.PlannedEndOn:O}.",
            item.Name,
            open.Notice,
            open.PlannedEndOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        : null;
}
