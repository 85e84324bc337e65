using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Forms;

namespace Workflows.Designer.Forms;

public sealed partial class FieldView
{
    private const int FewOptions = 4;

    [Parameter, EditorRequired]
    public FormField Field { get; set; } = default!;

    /// <summary>Makes the ids of one page's fields differ, e.g. <c>form</c>.</summary>
    [Parameter, EditorRequired]
    public string Prefix { get; set; } = "";

    /// <summary>What was typed, as <see cref="FieldText"/> reads it.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Raised with every key, so that what is wrong shows while it is typed.</summary>
    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>What is wrong with the value, in the user's language; null where nothing is.</summary>
    [Parameter]
    public string? Fault { get; set; }

    /// <summary>What was typed elsewhere into fields of this kind: nobody has to type a number twice.</summary>
    [Parameter]
    public IReadOnlyList<string> Suggestions { get; set; } = [];

    [Parameter]
    public bool ReadOnly { get; set; }

    private string Id => $"{Prefix}-{Field.Name}";

    private string LabelId => $"{Id}-label";

    private string HintId => $"{Id}-hint";

    private string SuggestionsId => $"{Id}-known";

    private string FaultId => $"{Id}-fault";

    private bool IsWide => Field.Kind is FieldKind.LongText || Field.MaximumLength > 100;

    private bool IsGroup => Field.Kind is FieldKind.YesNo || (Field.Kind is FieldKind.Choice && Field.Options.Count <= FewOptions);

    private string LabelClass => Field.Required ? "field-label field-required" : "field-label";

    private IEnumerable<FieldOption> Options => Field.Kind is FieldKind.YesNo
        ? [new FieldOption(FieldText.Yes, Text["Form.Yes"]), new FieldOption(FieldText.No, Text["Form.No"])]
        : Field.Options;

    private string InputType => Field.Kind switch
    {
        FieldKind.Date => "date",
        FieldKind.Phone => "tel",
        _ => "text",
    };

    // Not type="number": the wheel changes such a field unseen, and what is no number never arrives to be explained.
    private string InputMode => Field.Kind switch
    {
        FieldKind.Number => "decimal",
        FieldKind.Phone => "tel",
        _ => "text",
    };

    private string? DescribedBy =>
        (Field.Hint is null ? "" : HintId) + (Fault is null ? "" : $" {FaultId}") is { Length: > 0 } ids ? ids.Trim() : null;

    private Dictionary<string, object?> Common => new()
    {
        ["name"] = Id,
        ["readonly"] = ReadOnly,
        ["autocomplete"] = "off",
        ["aria-required"] = Word(Field.Required),
        ["aria-invalid"] = Word(Fault is not null),
        ["aria-describedby"] = DescribedBy,
    };

    private static string Word(bool value) => value ? "true" : "false";

    private Task Changed(ChangeEventArgs change) => ValueChanged.InvokeAsync(change.Value?.ToString());
}
