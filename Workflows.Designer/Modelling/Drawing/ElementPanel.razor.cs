using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Processes;
using Workflows.Designer.Shell;
using Workflows.Engine.Cases;

namespace Workflows.Designer.Modelling.Drawing;

public sealed partial class ElementPanel
{
    /// <summary>The operation by which an officer asks the applicant for corrections.</summary>
    private const string Correction = "correct";

    /// <summary>The chosen element; null for none.</summary>
    [Parameter]
    public ElementProperties? Properties { get; set; }

    [Parameter, EditorRequired]
    public DefinitionNames Names { get; set; } = DefinitionNames.None;

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>What the element shall be; one step that can be undone.</summary>
    [Parameter]
    public EventCallback<ElementProperties> OnChange { get; set; }

    private IReadOnlyList<(string Code, string Name)> Posts =>
        [.. new[] { Role.WindowClerk, Role.Officer, Role.DepartmentHead, Role.Supervisor }.Select(role => (role, Text.Word("Role", role)))];

    private IReadOnlyList<(string Code, string Name)> Steps =>
        [.. Enum.GetValues<StepKind>().Select(step => (JsonNamingPolicy.KebabCaseLower.ConvertName(step.ToString()), Text.Word(step)))];

    private static ElementProperties WithCorrection(ElementProperties element, bool allows) => element with
    {
        Operations = [.. element.Operations.Where(operation => operation != Correction), .. allows ? [Correction] : Array.Empty<string>()],
    };

    private Task Change(ElementProperties properties) => OnChange.InvokeAsync(properties);
}
