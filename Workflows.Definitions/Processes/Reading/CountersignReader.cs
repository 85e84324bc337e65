using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Reading;

/// <summary>Reads how the signatures of a multi-instance user task make one result.</summary>
internal static class CountersignReader
{
    /// <returns>Null where nothing is said.</returns>
    public static Countersign? Read(BpmnFile file, XElement activity, XElement loop)
    {
        var agrees = (string?)loop.Attribute(Bpmn.Approval + "agrees");
        var weight = BpmnFile.Feel((string?)loop.Attribute(Bpmn.Approval + "weight"));
        var threshold = BpmnFile.Feel((string?)loop.Attribute(Bpmn.Approval + "threshold"));
        if (ApprovalReader.Token<CountersignKind>(file, loop, Bpmn.Approval + "countersign") is not { } kind)
        {
            if (agrees is not null || weight is not null || threshold is not null)
            {
                file.Report(loop, "Expected approval:countersign beside approval:agrees, approval:weight and approval:threshold, but there is none.");
            }

            return null;
        }

        var outcomes = activity.Elements(Bpmn.Model + "extensionElements").Elements(Bpmn.Approval + "outcome").Select(outcome => (string?)outcome.Attribute("code")).ToList();
        foreach (var fault in Faults(activity, loop, kind, agrees, weight, threshold, outcomes))
        {
            file.Report(loop, fault);
        }

        return new Countersign(kind, agrees, weight, threshold);
    }

    private static IEnumerable<string> Faults(
        XElement activity, XElement loop, CountersignKind kind, string? agrees, string? weight, string? threshold, List<string?> outcomes)
    {
        if (activity.Name != Bpmn.Model + "userTask")
        {
            yield return $"Expected a user task to be countersigned, but it is a {activity.Name.LocalName}.";
        }

        if (loop.Element(Bpmn.Model + "completionCondition") is not null)
        {
            yield return "Expected a countersign to end by its kind, but it has a completionCondition as well.";
        }

        if (agrees is not null && !outcomes.Contains(agrees))
        {
            yield return $"Expected approval:agrees to name an outcome of the task, but it is '{agrees}'.";
        }

        if (kind is CountersignKind.Votes && (threshold is null || outcomes.Count < 2))
        {
            yield return "Expected a countersign by votes to have approval:threshold and an outcome beside the one that agrees, but it has not.";
        }

        if (kind is not CountersignKind.Votes && (weight is not null || threshold is not null))
        {
            yield return "Expected approval:weight and approval:threshold only with a countersign by votes, but it is another kind.";
        }
    }
}
