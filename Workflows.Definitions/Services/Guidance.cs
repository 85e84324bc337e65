using Workflows.Definitions.Decisions;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Materials;

namespace Workflows.Definitions.Services;

/// <summary>What the answers to the guided questions lead to (情形引导).</summary>
/// <param name="Matters">The matters that apply, in the order of the service; never none.</param>
/// <param name="Route">The way of handling, where the guidance gives one.</param>
/// <param name="Sections">The parts of the form that apply, in the form's order.</param>
/// <param name="Materials">The one set of materials, as far as the answers decide it; values of the form may add to it.</param>
/// <param name="Context">All that the guidance gave: what processes and conditions read as <c>guidance</c>.</param>
/// <param name="MatchedRules">Why: the rules of the tables that took part.</param>
public sealed record GuidanceResult(
    IReadOnlyList<ServiceMatter> Matters,
    string? Route,
    IReadOnlyList<FormSection> Sections,
    IReadOnlyList<NeededMaterial> Materials,
    FeelContext Context,
    IReadOnlyList<MatchedRule> MatchedRules);

/// <summary>Evaluates the decision <c>guidance</c> of a service's <c>guidance.dmn</c>.</summary>
public static class Guidance
{
    public const string Decision = "guidance";

    /// <param name="answers">By question; a question without an answer reads as null.</param>
    /// <exception cref="DefinitionException">The tables gave no matter, or something that the service does not have.</exception>
    public static GuidanceResult Evaluate(ServiceDefinition service, FeelContext answers)
    {
        var model = service.GuidanceModel
            ?? throw Wrong(service, "to be read with the service, but it was not.");
        var complete = service.Questions.Aggregate(answers, (known, question) => known.With(question.Name, known[question.Name]));
        var result = model.Evaluate(Decision, FeelContext.Empty.With("answers", complete));
        if (result.Value is not FeelContext guidance)
        {
            throw Wrong(service, string.Join(' ', ["to give a context with 'matters', but it gave none.", .. result.Warnings]));
        }

        var matters = Codes(service, guidance, "matters", service.Matters.Select(member => member.Matter.Code));
        if (matters is not { Count: > 0 })
        {
            throw Wrong(service, "to give at least one matter, but it gave none.");
        }

        var sections = Codes(service, guidance, "sections", service.Form.Sections.Select(section => section.Code));
        var scope = FeelContext.Empty.With("answers", complete).With("guidance", guidance);
        return new GuidanceResult(
            [.. service.Matters.Where(member => matters.Contains(member.Matter.Code))],
            guidance["route"] is FeelString route ? route.Value : null,
            [.. service.Form.Sections.Where(section => sections?.Contains(section.Code) ?? true)],
            MaterialSet.Of(service, scope),
            guidance,
            result.MatchedRules);
    }

    /// <summary>The codes of an entry, all known; null where the guidance has no such entry.</summary>
    private static HashSet<string>? Codes(ServiceDefinition service, FeelContext guidance, string entry, IEnumerable<string> known)
    {
        if (guidance[entry] is not FeelList list)
        {
            return null;
        }

        var codes = list.Select(item => item is FeelString code ? code.Value : item.ToString()!).ToHashSet(StringComparer.Ordinal);
        var unknown = codes.Except(known).ToList();
        return unknown.Count == 0
            ? codes
            : throw Wrong(service, $"to give '{entry}' of service '{service.Code}', but it gave '{string.Join("', '", unknown)}'.");
    }

    private static DefinitionException Wrong(ServiceDefinition service, string message) =>
        new([new DefinitionError($"services/{service.Code}/{service.Guidance}", 0, 0, Decision, $"Expected decision '{Decision}' {message}")]);
}
