namespace Workflows.Specs.Support.Gherkin;

/// <summary>Binds a method to the steps of a feature whose text matches the expression.</summary>
/// <param name="expression">
/// Plain text with the parameters <c>{int}</c>, <c>{decimal}</c>, <c>{string}</c>, <c>{word}</c> and <c>{date}</c>,
/// or a regular expression where it begins with <c>^</c>. The keyword (假如, 当, 那么 …) is not part of the text.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class StepAttribute(string expression) : Attribute
{
    public string Expression { get; } = expression;
}
