using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;

namespace Workflows.Designer.Modelling.Drawing;

public sealed partial class FeelBox
{
    private string values = "";

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Value { get; set; }

    /// <summary>The steps whose outcomes can be read.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<StepBefore> Before { get; set; } = [];

    [Parameter]
    public EventCallback<string?> OnChange { get; set; }

    private IEnumerable<string> Suggestions =>
    [
        .. Before.SelectMany(step => step.Outcomes.Select(code => $"{step.Id}.outcome = \"{code}\"")),
        .. CaseVariables.MatterEntries.Select(entry => $"{CaseVariables.Matter}.{entry}"),
        .. CaseVariables.ApplicantEntries.Select(entry => $"{CaseVariables.Applicant}.{entry}"),
    ];

    private string? Fault
    {
        get
        {
            try
            {
                _ = string.IsNullOrWhiteSpace(Value) ? null : FeelExpression.Parse(Value);
                return null;
            }
            catch (FeelSyntaxException wrong)
            {
                return wrong.Message;
            }
        }
    }

    /// <summary>The value for what was entered to try; the values are a FEEL context themselves.</summary>
    private string Tried
    {
        get
        {
            if (string.IsNullOrWhiteSpace(Value) || Fault is not null)
            {
                return "";
            }

            try
            {
                var scope = string.IsNullOrWhiteSpace(values) ? FeelContext.Empty : FeelExpression.Parse(values).Evaluate(FeelContext.Empty).Value as FeelContext;
                return scope is null ? Text["Modelling.TryNotContext"] : FeelExpression.Parse(Value).Evaluate(scope).Value.ToString() ?? "";
            }
            catch (FeelSyntaxException wrong)
            {
                return wrong.Message;
            }
        }
    }

    private Task Change(object? typed) => OnChange.InvokeAsync(typed?.ToString() is { Length: > 0 } text ? text : null);
}
