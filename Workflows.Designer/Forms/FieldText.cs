using System.Globalization;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;

namespace Workflows.Designer.Forms;

/// <summary>A field's value as text: what a person types, and what a form shows again.</summary>
internal static class FieldText
{
    public const string Yes = "true";
    public const string No = "false";

    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The value that the text means; the text itself where it is not of the field's kind, for the engine to refuse.</summary>
    public static FeelValue Read(FormField field, string? text)
    {
        var trimmed = text?.Trim();
        return trimmed switch
        {
            null or "" => FeelValue.Null,
            _ when field.Kind is FieldKind.Number && decimal.TryParse(trimmed, Number, CultureInfo.InvariantCulture, out var number) => number,
            Yes when field.Kind is FieldKind.YesNo => true,
            No when field.Kind is FieldKind.YesNo => false,
            _ when field.Kind is FieldKind.CitizenId or FieldKind.SocialCreditCode => trimmed.ToUpperInvariant(),
            _ => trimmed,
        };
    }

    /// <summary>The text that <see cref="Read"/> gives back as the value; null for null.</summary>
    public static string? Of(FeelValue value) => value switch
    {
        FeelNull => null,
        FeelBoolean truth => truth.Value ? Yes : No,
        _ => FeelText.Plain(value),
    };
}
