using Microsoft.Extensions.Localization;
using Workflows.Definitions.Checks;

namespace Workflows.Designer.Modelling.Drawing;

/// <summary>What a rule found, in the user's language: the sentence of the rule. The engine's own words stand beside it.</summary>
internal static class FindingWords
{
    public static string Sentence(IStringLocalizer text, Finding finding) => text[$"Rule.{finding.RuleId}"];
}
