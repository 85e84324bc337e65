using System.Collections.Frozen;

namespace Workflows.Definitions.Supervision;

/// <summary>The rule book: all rules that could be read, and what the cards mean.</summary>
/// <remarks>A rule with an error is left out of the book and stands in <see cref="Unreadable"/>: who runs the book has to say so aloud.</remarks>
public sealed class SupervisionRules
{
    private readonly FrozenDictionary<SupervisionTrigger, SupervisionRule[]> byTrigger;
    private readonly FrozenDictionary<SupervisionTrigger, string[]> readBy;

    public SupervisionRules(IReadOnlyList<SupervisionRule> rules, CardPolicy? policy, IReadOnlyList<DefinitionError> unreadable)
    {
        Rules = rules;
        Policy = policy;
        Unreadable = unreadable;
        byTrigger = rules.GroupBy(rule => rule.On).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        readBy = byTrigger.ToFrozenDictionary(
            rules => rules.Key,
            rules => Facts.Roots(rules.Key).Where(root => rules.Value.Any(rule => rule.When.Names.Contains(root))).ToArray());
    }

    /// <summary>A book without rules: nothing is supervised.</summary>
    public static SupervisionRules None { get; } = new([], null, []);

    public IReadOnlyList<SupervisionRule> Rules { get; }

    /// <summary>Null where it could not be read: then no alert can be issued.</summary>
    public CardPolicy? Policy { get; }

    public IReadOnlyList<DefinitionError> Unreadable { get; }

    public IReadOnlyList<SupervisionRule> On(SupervisionTrigger trigger) => byTrigger.GetValueOrDefault(trigger) ?? [];

    /// <summary>The roots of the facts that the rules on a trigger read.</summary>
    public IReadOnlyList<string> RootsRead(SupervisionTrigger trigger) => readBy.GetValueOrDefault(trigger) ?? [];

    public SupervisionRule? Find(string id) => Rules.FirstOrDefault(rule => rule.Id == id);
}
