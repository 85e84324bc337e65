using Workflows.Definitions.Checks.Approvals;
using Workflows.Definitions.Checks.Expressions;
using Workflows.Definitions.Checks.Soundness;
using Workflows.Definitions.Checks.Structure;
using Workflows.Definitions.Checks.Time;

namespace Workflows.Definitions.Checks;

/// <summary>Looks at a definition by all rules. Publishing refuses a definition with a finding that is an error.</summary>
public static class DefinitionLinter
{
    /// <summary>Every rule, and what breaking it means.</summary>
    public static IReadOnlyList<(IDefinitionRule Rule, Severity Severity)> Rules { get; } =
    [
        (new ProcessSize(), Severity.Error),
        (new StartEventRequired(), Severity.Error),
        (new EndEventRequired(), Severity.Error),
        (new SingleBlankStartEvent(), Severity.Error),
        (new SubProcessBlankStartEvent(), Severity.Error),
        (new EventSubProcessTypedStartEvent(), Severity.Error),
        (new AdHocSubProcessContent(), Severity.Error),
        (new NoDisconnected(), Severity.Error),
        (new NoImplicitStart(), Severity.Error),
        (new NoImplicitEnd(), Severity.Error),
        (new NoImplicitSplit(), Severity.Error),
        (new NoDuplicateSequenceFlows(), Severity.Error),
        (new ConditionalFlows(), Severity.Error),
        (new EventFlows(), Severity.Error),
        (new EventBasedGateways(), Severity.Error),
        (new LinkEvents(), Severity.Error),
        (new CancelEvents(), Severity.Error),
        (new ConditionalEvents(), Severity.Error),
        (new ErrorCaught(), Severity.Error),
        (new SoundProcess(), Severity.Error),
        (new UnsupportedElement(), Severity.Error),
        (new CalledProcessExists(), Severity.Error),
        (new KnownMatter(), Severity.Error),
        (new MatterHandled(), Severity.Error),
        (new UserTaskDepartment(), Severity.Error),
        (new UserTaskLimit(), Severity.Error),
        (new UserTaskOutcomes(), Severity.Error),
        (new FeelParses(), Severity.Error),
        (new NamesExist(), Severity.Error),
        (new OutcomeCoverage(), Severity.Error),
        (new NoCatchAllMaterial(), Severity.Error),
        (new TimeFeasible(), Severity.Error),
        (new TimeBounded(), Severity.Warning),
        (new FakeJoin(), Severity.Warning),
        (new NoGatewayJoinFork(), Severity.Warning),
        (new NoComplexGateway(), Severity.Warning),
        (new InclusiveGateways(), Severity.Warning),
        (new SuperfluousGateway(), Severity.Warning),
        (new SuperfluousTermination(), Severity.Warning),
        (new SingleEventDefinition(), Severity.Warning),
        (new EventReferences(), Severity.Warning),
        (new LabelRequired(), Severity.Warning),
        (new ElementDrawn(), Severity.Warning),
    ];

    /// <summary>All findings, by line; those of the file as a whole come first.</summary>
    public static IReadOnlyList<Finding> Check(DefinitionUnderCheck definition)
    {
        var isTooLarge = definition.Nodes.Skip(ProcessSize.MostNodes).Any();
        return
        [
            .. Rules
                .Where(entry => !isTooLarge || entry.Rule is ProcessSize)
                .SelectMany(entry => entry.Rule.Check(definition).Select(flaw => Found(entry.Rule.Id, entry.Severity, flaw, definition)))
                .OrderBy(finding => finding.Source, StringComparer.Ordinal)
                .ThenBy(finding => finding.Line),
        ];
    }

    private static Finding Found(string ruleId, Severity severity, Flaw flaw, DefinitionUnderCheck definition)
    {
        var (line, column) = flaw.Source is null ? definition.PlaceOf(flaw.ElementId) : (0, 0);
        var source = flaw.Source ?? definition.Model.Source;
        return new Finding(ruleId, flaw.IsUndecided ? Severity.Warning : severity, source, line, flaw.ElementId, flaw.Message, flaw.CounterExample)
        {
            Column = column,
        };
    }
}
