namespace Workflows.Definitions.Forms;

/// <summary>A form (表单): one per service, with fields that several matters share given once. One <c>form.yaml</c>.</summary>
public sealed record FormDefinition(IReadOnlyList<FormSection> Sections)
{
    public IEnumerable<FormField> Fields => Sections.SelectMany(section => section.Fields);
}

/// <param name="Code">Kebab-case; tasks name it in <c>approval:form</c>.</param>
/// <param name="When">A FEEL condition over answers and matters, or null for always.</param>
public sealed record FormSection(string Code, string Title, string? When, IReadOnlyList<FormField> Fields);

/// <summary>A field of a form.</summary>
/// <param name="Name">The FEEL name of the value; unique in the form.</param>
/// <param name="When">A FEEL condition for showing the field, or null for always.</param>
/// <param name="Matters">Codes of the matters that need the field; empty for all.</param>
public sealed record FormField(
    string Name,
    string Label,
    FieldKind Kind,
    bool Required,
    string? When,
    string? Hint,
    decimal? Minimum,
    decimal? Maximum,
    int? MaximumLength,
    string? Pattern,
    IReadOnlyList<FieldOption> Options,
    IReadOnlyList<string> Matters);

public sealed record FieldOption(string Value, string Label);

public enum FieldKind
{
    Text,
    LongText,
    Number,
    Date,
    YesNo,
    Choice,
    Phone,

    /// <summary>统一社会信用代码 (GB 32100), with its check digit.</summary>
    SocialCreditCode,

    /// <summary>公民身份号码 (GB 11643), with its check digit.</summary>
    CitizenId,
}
