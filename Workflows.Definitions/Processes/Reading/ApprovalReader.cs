using System.Globalization;
using System.Xml.Linq;
using Workflows.Definitions.Matters;

namespace Workflows.Definitions.Processes.Reading;

/// <summary>Reads what <see cref="ApprovalExtension.Namespace"/> adds to an element.</summary>
/// <remarks>An attribute or element of that namespace that is not known is an error: it is a misspelt one.</remarks>
internal static class ApprovalReader
{
    private static readonly string[] Attributes =
        ["department", "role", "step", "matter", "form", "decision", "resultVariable", "correlation", "payload", "connector", "unanswered"];

    public static ApprovalExtension Read(BpmnFile file, XElement element)
    {
        RefuseUnknown(file, element, Attributes);
        var children = element.Elements(Bpmn.Model + "extensionElements").Elements()
            .Where(child => child.Name.Namespace == Bpmn.Approval)
            .ToList();
        if (children.Count == 0 && !element.Attributes().Any(attribute => attribute.Name.Namespace == Bpmn.Approval))
        {
            return ApprovalExtension.None;
        }

        foreach (var child in children.Where(child => child.Name.LocalName is not ("outcome" or "timeLimit" or "operation")))
        {
            file.Report(child, $"Expected approval:outcome, approval:timeLimit or approval:operation, but found approval:{child.Name.LocalName}.");
        }

        var extension = new ApprovalExtension
        {
            Department = Attribute(element, "department"),
            Role = Attribute(element, "role"),
            Step = Token<StepKind>(file, element, Bpmn.Approval + "step"),
            Matter = Attribute(element, "matter"),
            Form = Attribute(element, "form"),
            Decision = Attribute(element, "decision"),
            ResultVariable = Attribute(element, "resultVariable"),
            Correlation = Attribute(element, "correlation"),
            Payload = Attribute(element, "payload"),
            Connector = Attribute(element, "connector"),
            Unanswered = Attribute(element, "unanswered"),
            Outcomes = [.. Named(children, "outcome").Select(child => ReadOutcome(file, child))],
            TimeLimits = [.. Named(children, "timeLimit").Select(child => ReadTimeLimit(file, child))],
            Operations = [.. Named(children, "operation").Select(child => Required(file, child, "name"))],
            SendBack = Named(children, "operation")
                .Where(child => (string?)child.Attribute("name") == SendBackRule.Operation)
                .Select(child => ReadSendBack(file, child))
                .FirstOrDefault(),
        };
        CheckUnanswered(file, element, extension);

        return extension;
    }

    public static void RefuseUnknown(BpmnFile file, XElement element, ReadOnlySpan<string> known)
    {
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.Namespace == Bpmn.Approval && !known.Contains(attribute.Name.LocalName))
            {
                file.Report(attribute, $"Expected one of approval:{string.Join(", approval:", known.ToArray())}, but found approval:{attribute.Name.LocalName}.");
            }
        }
    }

    // What silence means is a rule of law: it needs the limit after which it speaks, with the basis that says so.
    private static void CheckUnanswered(BpmnFile file, XElement element, ApprovalExtension extension)
    {
        if (extension.Unanswered is not { } code)
        {
            return;
        }

        if (extension.Outcomes.All(outcome => outcome.Code != code))
        {
            file.Report(element, $"Expected approval:unanswered to name an outcome of the task, but it is '{code}'.");
        }

        if (!extension.TimeLimits.Any(limit => limit is { Kind: ClockKind.Consult, Basis.Length: > 0 }))
        {
            file.Report(element, "Expected approval:unanswered beside a time limit of the kind 'consult' with its basis, but there is none.");
        }
    }

    private static Outcome ReadOutcome(BpmnFile file, XElement outcome) => new(
        Required(file, outcome, "code"),
        Required(file, outcome, "name"),
        file.Flag(outcome, "requiresOpinion", absent: false),
        Token<MatterState>(file, outcome, "matterState"));

    private static SendBackRule ReadSendBack(BpmnFile file, XElement operation) => new(
        [.. Words(operation, "to")],
        Token<SendBackReturn>(file, operation, "afterwards") is { } only ? [only] : [SendBackReturn.Again, SendBackReturn.Straight]);

    private static string[] Words(XElement element, string attribute) =>
        ((string?)element.Attribute(attribute) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static TimeLimit ReadTimeLimit(BpmnFile file, XElement limit) => new(
        Amount(file, limit),
        Token<TimeUnit>(file, limit, "unit") ?? TimeUnit.WorkingDays,
        Token<ClockKind>(file, limit, "kind") ?? ClockKind.Step,
        Token<TimeOwner>(file, limit, "owner") ?? TimeOwner.Government,
        (string?)limit.Attribute("basis"),
        file.Flag(limit, "assumed", absent: false));

    private static decimal Amount(BpmnFile file, XElement limit)
    {
        var text = Required(file, limit, "amount");
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0)
        {
            return amount;
        }

        file.Report(limit, $"Expected the amount of a time limit to be a number greater than 0, but it is '{text}'.");
        return 0;
    }

    /// <summary>A member of an enumeration, written in kebab-case or camelCase.</summary>
    public static T? Token<T>(BpmnFile file, XElement element, XName attribute)
        where T : struct, Enum
    {
        if (element.Attribute(attribute) is not { } token)
        {
            return null;
        }

        var name = token.Value.Replace("-", "", StringComparison.Ordinal);
        foreach (var member in Enum.GetValues<T>())
        {
            if (string.Equals(member.ToString(), name, StringComparison.OrdinalIgnoreCase))
            {
                return member;
            }
        }

        file.Report(token, $"Expected '{attribute.LocalName}' to be one of {string.Join(", ", Enum.GetNames<T>())}, but it is '{token.Value}'.");
        return null;
    }

    private static string Required(BpmnFile file, XElement element, string attribute)
    {
        var value = (string?)element.Attribute(attribute);
        if (string.IsNullOrWhiteSpace(value))
        {
            file.Report(element, $"Expected approval:{element.Name.LocalName} to have '{attribute}', but it has none.");
        }

        return value ?? "";
    }

    private static string? Attribute(XElement element, string name) =>
        (string?)element.Attribute(Bpmn.Approval + name) is { Length: > 0 } value ? value : null;

    private static IEnumerable<XElement> Named(IEnumerable<XElement> elements, string name) =>
        elements.Where(element => element.Name.LocalName == name);
}
