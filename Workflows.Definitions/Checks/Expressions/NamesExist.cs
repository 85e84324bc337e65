using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Expressions;

/// <summary>An expression reads only what exists when it is evaluated.</summary>
public sealed class NamesExist : IDefinitionRule
{
    public string Id => "names-exist";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition)
    {
        var readable = new ReadableNames(definition);
        return ExpressionUnderCheck.Of(definition).SelectMany(expression => Unknown(definition, readable, expression));
    }

    private static IEnumerable<Flaw> Unknown(DefinitionUnderCheck definition, ReadableNames readable, ExpressionUnderCheck expression)
    {
        if (ParsedFeel.Of(expression.Text) is not { } feel)
        {
            yield break;
        }

        var names = readable.At(expression);
        foreach (var name in feel.Names.Where(name => !names.Contains(name)))
        {
            yield return new Flaw(expression.ElementId, $"Expected '{expression.Text}' to read what exists at '{expression.ElementId}', but '{name}' does not.");
        }

        foreach (var path in feel.Paths.Where(path => !HasEntry(definition, path.Split('.'))))
        {
            yield return new Flaw(expression.ElementId, $"Expected '{expression.Text}' to read what exists at '{expression.ElementId}', but '{path}' does not.");
        }
    }

    private static bool HasEntry(DefinitionUnderCheck definition, string[] path) => path[0] switch
    {
        CaseVariables.Applicant => CaseVariables.ApplicantEntries.Contains(path[1]),
        CaseVariables.Calendar => FeelCalendar.Functions.Contains(path[1]),
        CaseVariables.Matter => CaseVariables.MatterEntries.Contains(path[1]),
        CaseVariables.Form => definition.Service?.Form.Fields.Any(field => field.Name == path[1]) != false,
        CaseVariables.Answers => definition.Service?.Questions.Any(question => question.Name == path[1]) != false,
        _ => true,
    };
}
