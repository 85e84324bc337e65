using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Checks.Expressions;

/// <summary>Every expression is FEEL (DMN 1.5 §10.3).</summary>
public sealed class FeelParses : IDefinitionRule
{
    public string Id => "feel-parses";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        ExpressionUnderCheck.Of(definition).Select(Refused).OfType<Flaw>();

    private static Flaw? Refused(ExpressionUnderCheck expression)
    {
        try
        {
            FeelExpression.Parse(expression.Text);
            return null;
        }
        catch (FeelSyntaxException error)
        {
            return new Flaw(
                expression.ElementId,
                $"Expected FEEL at '{expression.ElementId}', but '{expression.Text}' is not (line {error.Line}, column {error.Column}): {error.Message}");
        }
    }
}
