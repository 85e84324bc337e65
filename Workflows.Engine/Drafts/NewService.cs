using System.Text.RegularExpressions;

namespace Workflows.Engine.Drafts;

/// <summary>What has to be known of a service before anybody draws it.</summary>
/// <param name="Code">Kebab-case; never changes.</param>
/// <param name="LeadDepartment">牵头部门, by code.</param>
/// <param name="Matters">The published matters that it combines, by code; at least one, unless it is copied.</param>
/// <param name="Template">The published service that it is copied from; null to begin with an empty drawing.</param>
/// <param name="PromisedDays">承诺办结时限, in working days.</param>
/// <param name="EffectiveOn">The day from which new cases may start on it.</param>
public sealed partial record NewService(
    string Code,
    string Name,
    string LeadDepartment,
    IReadOnlyList<string> Matters,
    string? Template,
    int PromisedDays,
    DateOnly EffectiveOn)
{
    internal bool HasCode => CodePattern().IsMatch(Code);

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();
}
