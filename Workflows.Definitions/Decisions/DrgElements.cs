using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Decisions;

/// <summary>An element of the decision requirements graph that others can require.</summary>
/// <param name="id">The id within its file; empty where it has none.</param>
internal abstract class DrgElement(string id, string name, FeelType type)
{
    public string Id => id;

    public string Name => name;

    /// <summary>What its value has to be.</summary>
    public FeelType Type => type;

    public override string ToString() => name;
}

internal sealed class InputElement(string id, string name, FeelType type) : DrgElement(id, name, type);

/// <summary>A requirement: the element, and the import through which it is seen.</summary>
/// <param name="Import">The prefix before the element's name; null for an element of the same file.</param>
internal sealed record Requirement(DrgElement Element, string? Import);

internal sealed class DecisionElement(string id, string name, FeelType type) : DrgElement(id, name, type)
{
    public IReadOnlyList<Requirement> Requirements { get; set; } = [];

    /// <summary>Null for a decision without logic: its value has to be given.</summary>
    public Node? Logic { get; set; }
}

/// <summary>Business knowledge: a function with a scope of its own.</summary>
internal sealed class KnowledgeElement : DrgElement
{
    private readonly Lazy<FeelContext> _scope;

    public KnowledgeElement(string id, string name, FeelType type)
        : base(id, name, type) => _scope = new Lazy<FeelContext>(() => Requirements.Aggregate(
            FeelContext.Empty.With(Name, new KnowledgeFunction(this)),
            (scope, requirement) => scope.WithRequired(requirement, DecisionRun.Function(requirement.Element))));

    public IReadOnlyList<Requirement> Requirements { get; set; } = [];

    public IReadOnlyList<string> Parameters { get; set; } = [];

    public IReadOnlyList<FeelType> ParameterTypes { get; set; } = [];

    public Node? Body { get; set; }

    /// <summary>The functions that the body sees, itself among them.</summary>
    public FeelContext Scope => _scope.Value;
}

/// <summary>A decision service: some decisions of the graph as one function.</summary>
internal sealed class ServiceElement(string id, string name, FeelType type) : DrgElement(id, name, type)
{
    public IReadOnlyList<Requirement> Inputs { get; set; } = [];

    public IReadOnlyList<DecisionElement> Outputs { get; set; } = [];
}
