using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Forms;

/// <summary>Checks the values of a form, or the answers to guided questions, field by field.</summary>
/// <remarks>
/// A condition (<c>when</c>) reads <c>answers</c>, <c>guidance</c>, <c>applicant</c> and <c>form</c>. A field that does not apply is not
/// required, and a value for it is refused: nothing is kept that nobody needs. An empty text counts as not filled in.
/// </remarks>
public static class FormValidator
{
    /// <summary>The faults of the form's values, in the order of the form.</summary>
    /// <param name="context">What conditions read beside <c>form</c>; where it holds <c>guidance.sections</c>, only those sections apply.</param>
    /// <param name="today">Where given, nobody may be born after it.</param>
    public static IReadOnlyList<FieldFault> Validate(FormDefinition form, FeelContext values, FeelContext context, DateOnly? today = null) =>
        Faults(form.Fields, Shown(form, values, context), values, today);

    /// <summary>The faults of the answers to the guided questions; their conditions read <c>answers</c>.</summary>
    public static IReadOnlyList<FieldFault> ValidateAnswers(IReadOnlyList<FormField> questions, FeelContext answers) =>
        Faults(questions, ShownQuestions(questions, answers), answers, null);

    /// <summary>The fields that apply, by the values so far.</summary>
    public static IReadOnlyList<FormField> Shown(FormDefinition form, FeelContext values, FeelContext context)
    {
        var scope = context.With("form", values);
        return [.. form.Sections
            .Where(section => IsChosen(section, context) && IsMet(section.When, scope))
            .SelectMany(section => section.Fields)
            .Where(field => IsMet(field.When, scope))];
    }

    /// <summary>The questions that apply, by the answers so far.</summary>
    public static IReadOnlyList<FormField> ShownQuestions(IReadOnlyList<FormField> questions, FeelContext answers)
    {
        var scope = FeelContext.Empty.With("answers", answers);
        return [.. questions.Where(question => IsMet(question.When, scope))];
    }

    private static bool IsChosen(FormSection section, FeelContext context) =>
        context["guidance"] is not FeelContext guidance
        || guidance["sections"] is not FeelList sections
        || sections.Contains((FeelValue)section.Code);

    private static bool IsMet(string? condition, FeelContext scope) =>
        condition is null || FeelExpression.Parse(condition).Evaluate(scope).IsTrue;

    private static List<FieldFault> Faults(IEnumerable<FormField> fields, IReadOnlyList<FormField> shown, FeelContext values, DateOnly? today)
    {
        var all = fields.ToList();
        var faults = all
            .Select(field => Fault(field, shown.Contains(field), values[field.Name], today))
            .OfType<FieldFault>()
            .ToList();
        var known = all.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(values.Entries.Keys.Where(name => !known.Contains(name)).Select(name => new FieldFault(name, FieldFaultCode.Unknown)));
        return faults;
    }

    private static FieldFault? Fault(FormField field, bool isShown, FeelValue value, DateOnly? today)
    {
        var isEmpty = value is FeelNull || (value is FeelString text && string.IsNullOrWhiteSpace(text.Value));
        if (isEmpty)
        {
            return isShown && field.Required ? new FieldFault(field.Name, FieldFaultCode.Required) : null;
        }

        return isShown ? FieldCheck.Check(field, value, today) : new FieldFault(field.Name, FieldFaultCode.NotAsked);
    }
}
