using System.Xml.Linq;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Approvals;

/// <summary>What the engine would not run, or would run without what the file says, is refused by name.</summary>
/// <remarks>
/// BPMN lets far more be said than a case can do: data associations with assignments, resource roles, other languages than FEEL,
/// choreographies. A definition that says it would be misunderstood, so it is not published.
/// </remarks>
public sealed class UnsupportedElement : IDefinitionRule
{
    private static readonly Dictionary<string, string> Elements = new(StringComparer.Ordinal)
    {
        ["choreography"] = "a choreography",
        ["globalChoreographyTask"] = "a choreography",
        ["choreographyTask"] = "a choreography task",
        ["subChoreography"] = "a choreography",
        ["callChoreography"] = "a choreography",
        ["conversation"] = "a conversation",
        ["subConversation"] = "a conversation",
        ["callConversation"] = "a conversation",
        ["globalConversation"] = "a conversation",
        ["globalTask"] = "a global task",
        ["globalUserTask"] = "a global task",
        ["globalManualTask"] = "a global task",
        ["globalScriptTask"] = "a global task",
        ["globalBusinessRuleTask"] = "a global task",
        ["implicitThrowEvent"] = "an implicit throw event",
        ["complexBehaviorDefinition"] = "events thrown by a multi-instance activity",
        ["assignment"] = "an assignment of a data association (use a script task)",
        ["transformation"] = "a transformation of a data association (use a script task)",
        ["ioSpecification"] = "an input/output specification",
        ["loopDataInputRef"] = "BPMN's own loop data (use approval:collection)",
        ["loopDataOutputRef"] = "BPMN's own loop data (use approval:outputCollection)",
        ["inputDataItem"] = "BPMN's own loop data (use approval:item)",
        ["outputDataItem"] = "BPMN's own loop data (use approval:output)",
        ["potentialOwner"] = "a resource role (use approval:department and approval:role)",
        ["humanPerformer"] = "a resource role (use approval:department and approval:role)",
        ["performer"] = "a resource role (use approval:department and approval:role)",
        ["resourceRole"] = "a resource role (use approval:department and approval:role)",
        ["correlationKey"] = "a correlation key",
        ["correlationSubscription"] = "a correlation subscription",
    };

    public string Id => "unsupported-element";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition)
    {
        var said = definition.Model.Document.Descendants()
            .Where(element => element.Name.Namespace == Bpmn.Model)
            .SelectMany(element => Said(element).Select(what => (Id: OwnerOf(element), What: what)));
        said = said.Concat(StartsThatNothingStarts(definition));
        return said.Concat(definition.Nodes.SelectMany(at => Said(at.Node).Select(what => (Id: (string?)at.Node.Id, What: what))))
            .Distinct()
            .Select(found => new Flaw(found.Id, $"Expected what the engine runs, but '{found.Id}' has {found.What}."));
    }

    private static IEnumerable<string> Said(XElement element)
    {
        if (Elements.TryGetValue(element.Name.LocalName, out var what))
        {
            yield return what;
        }

        if ((string?)element.Attribute("startQuantity") is { } start && start != "1")
        {
            yield return $"a start quantity of {start}";
        }

        if ((string?)element.Attribute("completionQuantity") is { } completion && completion != "1")
        {
            yield return $"a completion quantity of {completion}";
        }

        if ((string?)element.Attribute("behavior") is { } behavior && behavior != "All")
        {
            yield return $"events thrown by a multi-instance activity (behavior {behavior})";
        }

        var language = (string?)element.Attribute("language") ?? (string?)element.Attribute("scriptFormat");
        if (language is not null && !language.Contains("feel", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"an expression in '{language}' (write FEEL)";
        }
    }

    private static IEnumerable<string> Said(FlowNode node) => node switch
    {
        Activity { Loop: MultiInstance { Cardinality: null, InputCollection: null } } => ["a multi-instance loop without a number and without a collection"],
        Activity { Loop: StandardLoop { Condition: null, Maximum: null } } => ["a loop without a condition and without a maximum"],
        EventBasedGateway { IsParallel: true } => ["an event-based gateway that waits for all of its events"],
        Event timed when timed.Approval.TimeLimits.Count == 0 => timed.Definitions.OfType<TimerEventDefinition>()
            .SelectMany(timer => Said(timer)),
        _ => [],
    };

    private static IEnumerable<string> Said(TimerEventDefinition timer) => (timer.Date, timer.Duration, timer.Cycle) switch
    {
        (null, null, null) => ["a timer without a time"],
        ({ } date, _, _) when !date.StartsWith('=') && TemporalText.DateTime(date.Trim()) is null => [$"a timer with the date '{date}'"],
        (null, { } duration, _) when !duration.StartsWith('=') && TemporalText.Duration(duration.Trim()) is null => [$"a timer with the duration '{duration}'"],
        _ => [],
    };

    /// <summary>A case is started by an application: a message from elsewhere, or time, starts none.</summary>
    private static IEnumerable<(string? Id, string What)> StartsThatNothingStarts(DefinitionUnderCheck definition)
    {
        var reached = definition.Model.MessageFlows.Select(flow => flow.TargetId).ToHashSet(StringComparer.Ordinal);
        foreach (var process in definition.Model.Processes.Where(process =>
            !definition.Model.Participants.Any(pool => pool.ProcessId == process.Id && reached.Contains(pool.Id))))
        {
            foreach (var start in process.Content.Nodes.OfType<StartEvent>().Where(start => start.Definitions.Count > 0 && !reached.Contains(start.Id)))
            {
                if (start.Definitions.All(about => about is MessageEventDefinition))
                {
                    yield return (start.Id, "a start by a message from another case (an application starts a case)");
                }
                else if (start.Definitions.All(about => about is TimerEventDefinition or ConditionalEventDefinition))
                {
                    yield return (start.Id, "a start by time or by a condition (an application starts a case)");
                }
            }
        }
    }

    private static string? OwnerOf(XElement element) =>
        element.AncestorsAndSelf().Select(owner => (string?)owner.Attribute("id")).FirstOrDefault(id => id is not null);
}
