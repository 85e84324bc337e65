using System.Globalization;
using System.Text.RegularExpressions;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Identification;

namespace Workflows.Definitions.Forms;

/// <summary>Checks one value by the kind of its field.</summary>
internal static partial class FieldCheck
{
    private const int TextLength = 200;
    private const int LongTextLength = 2000;

    public static FieldFault? Check(FormField field, FeelValue value, DateOnly? today) => (field.Kind, value) switch
    {
        (FieldKind.Number, FeelNumber number) => Number(field, number.Value),
        (FieldKind.YesNo, FeelBoolean) => null,
        (FieldKind.Number or FieldKind.YesNo, _) => WrongType(field),
        (_, FeelString text) => Text(field, text.Value, today),
        _ => WrongType(field),
    };

    private static FieldFault? Number(FormField field, decimal number)
    {
        if (number < field.Minimum)
        {
            return new FieldFault(field.Name, FieldFaultCode.TooSmall, Invariant(field.Minimum.Value));
        }

        return number > field.Maximum ? new FieldFault(field.Name, FieldFaultCode.TooLarge, Invariant(field.Maximum.Value)) : null;
    }

    private static FieldFault? Text(FormField field, string text, DateOnly? today)
    {
        var longest = field.MaximumLength ?? (field.Kind == FieldKind.LongText ? LongTextLength : TextLength);
        if (text.Length > longest)
        {
            return new FieldFault(field.Name, FieldFaultCode.TooLong, Invariant(longest), Invariant(text.Length));
        }

        if (field.Pattern is { } pattern && !Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))
        {
            return new FieldFault(field.Name, FieldFaultCode.WrongPattern);
        }

        return field.Kind switch
        {
            FieldKind.Choice when field.Options.All(option => option.Value != text) => new FieldFault(field.Name, FieldFaultCode.NotAnOption, text),
            FieldKind.Date when !IsDate(text) => new FieldFault(field.Name, FieldFaultCode.WrongDate),
            FieldKind.Phone when !Phone().IsMatch(text) => new FieldFault(field.Name, FieldFaultCode.WrongPhone),
            FieldKind.SocialCreditCode => Identity(field, SocialCreditCode.Check(text)),
            FieldKind.CitizenId => Identity(field, CitizenId.Check(text, today)),
            _ => null,
        };
    }

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static FieldFault? Identity(FormField field, IdentityFault? fault) =>
        fault is null ? null : new FieldFault(field.Name, FieldFaultCode.WrongIdentity, [fault.Code.ToString(), .. fault.Arguments]);

    private static FieldFault WrongType(FormField field) => new(field.Name, FieldFaultCode.WrongType, field.Kind.ToString());

    private static string Invariant(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(1[0-9]{10}|0[0-9]{2,3}-?[0-9]{7,8})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
