using Workflows.Definitions.Checks.Time;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;

namespace Workflows.Definitions.Guides;

/// <summary>四减: what a combined service saves against its matters handled singly, counted from the definitions that run.</summary>
/// <param name="Materials">
/// Documents that the applicant brings. Singly each matter asks for its own; together each document once, and none that shared data has or
/// that another matter of the service issues. All situations are counted, on both sides.
/// </param>
/// <param name="Steps">环节 that the applicant goes through: applications, site visits, collections.</param>
/// <param name="WorkingDays">
/// From receipt, by the longest way: singly acceptance, promise and certificate of one matter after the other; together what the service promises.
/// </param>
/// <param name="Visits">Ways to a window: singly to apply for each matter and to fetch its result; together, applied for online, to fetch all at once.</param>
public sealed record Savings(Saving Materials, Saving Steps, Saving WorkingDays, Saving Visits)
{
    /// <param name="findProcess">The processes that the service's process calls.</param>
    public static Savings Of(ServiceDefinition service, Func<string, ProcessDefinition?> findProcess)
    {
        var matters = service.Matters.Select(member => member.Matter).ToList();
        var nodes = service.Process.Processes.SelectMany(process => process.Content.Descendants()).ToList();
        var collected = matters.Count(matter => matter.Results.Count > 0);
        var siteVisits = matters.Count(matter => matter.SiteVisit);
        var jointVisits = nodes.Count(node => node.Approval.Step is StepKind.SiteVisit);
        return new Savings(
            new Saving(matters.Sum(matter => matter.Materials.Count), OneSet.Of(service).Count(asked => asked.IsBroughtByApplicant)),
            new Saving(matters.Count + siteVisits + collected, 1 + siteVisits + jointVisits + Math.Min(1, collected)),
            new Saving(matters.Sum(matter => DaysOf(matter, nodes, findProcess)), StepTime.InWorkingDays(service.Promised)),
            new Saving(matters.Count + collected, Math.Min(1, collected)));
    }

    /// <summary>What a newer version of a service saves against an older one: both handled together.</summary>
    public static Savings Between(Savings older, Savings newer) => new(
        new Saving(older.Materials.After, newer.Materials.After),
        new Saving(older.Steps.After, newer.Steps.After),
        new Saving(older.WorkingDays.After, newer.WorkingDays.After),
        new Saving(older.Visits.After, newer.Visits.After));

    private static decimal DaysOf(MatterDefinition matter, IEnumerable<FlowNode> nodes, Func<string, ProcessDefinition?> findProcess) => nodes
        .OfType<CallActivity>()
        .Where(call => call.Approval.Matter == matter.Code)
        .Select(call => call.CalledElement is { } called ? findProcess(called) : null)
        .OfType<ProcessDefinition>()
        .Select(process => Longest(matter, process, findProcess, fromReceipt: true) - Longest(matter, process, findProcess, fromReceipt: false))
        .DefaultIfEmpty()
        .Max() + StepTime.InWorkingDays(matter.Promised);

    private static decimal Longest(MatterDefinition matter, ProcessDefinition process, Func<string, ProcessDefinition?> findProcess, bool fromReceipt) =>
        new ProcessTime(findProcess, fromReceipt, new MatterPaths(matter, process).CanTake).Of(process).Days;
}

/// <summary>A count: the matters handled singly and together, or the service in an older and in a newer version.</summary>
public sealed record Saving(decimal Before, decimal After)
{
    /// <summary>The part that is saved, in per cent, rounded; 0 where nothing is.</summary>
    public int Percent => Before > After ? (int)Math.Round((Before - After) / Before * 100, MidpointRounding.AwayFromZero) : 0;
}
