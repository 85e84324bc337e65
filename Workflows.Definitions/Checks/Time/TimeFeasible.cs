using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Time;

/// <summary>The steps fit into what is promised, and what is promised into what the law allows.</summary>
public sealed class TimeFeasible : IDefinitionRule
{
    public string Id => "time-feasible";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition)
    {
        if (definition.Service is not { } service || definition.Model.Processes is not [var main, ..])
        {
            return [];
        }

        var promised = StepTime.InWorkingDays(service.Promised);
        var longest = new ProcessTime(definition.FindProcess, fromReceipt: true).Of(main);
        var whole = longest.Days > promised
            ? [new Flaw(main.Id, $"Expected the steps of service '{service.Code}' to fit into the promised {StepTime.Text(promised)} working days, but the longest path takes {StepTime.Text(longest.Days)}: {longest.Text}.", PathOf(longest))]
            : Enumerable.Empty<Flaw>();
        return whole.Concat(service.Matters.SelectMany(member => OfMatter(definition, member.Matter)));
    }

    private static IEnumerable<Flaw> OfMatter(DefinitionUnderCheck definition, MatterDefinition matter)
    {
        var (promised, statutory) = (StepTime.InWorkingDays(matter.Promised), StepTime.InWorkingDays(matter.Statutory));
        if (promised > statutory)
        {
            yield return new Flaw(
                null,
                $"Expected matter '{matter.Code}' to promise at most the statutory {StepTime.Text(statutory)} working days, but it promises {StepTime.Text(promised)}.",
                Source: $"matters/{matter.Code}/matter.yaml");
        }

        foreach (var call in definition.Nodes.Select(at => at.Node).OfType<CallActivity>().Where(call => call.Approval.Matter == matter.Code))
        {
            var longest = call.CalledElement is { } called && definition.FindProcess(called) is { } process
                ? new ProcessTime(definition.FindProcess, fromReceipt: false, new MatterPaths(matter, process).CanTake).Of(process)
                : LongestPath.None;
            if (longest.Days > promised)
            {
                yield return new Flaw(
                    call.Id,
                    $"Expected the steps of matter '{matter.Code}' to fit into the promised {StepTime.Text(promised)} working days, but the longest path of '{call.CalledElement}' takes {StepTime.Text(longest.Days)}: {longest.Text}.",
                    PathOf(longest));
            }
        }
    }

    private static IReadOnlyList<string> PathOf(LongestPath longest) => [.. longest.Steps.Select(step => step.ElementId)];
}
