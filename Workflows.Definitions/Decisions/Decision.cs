namespace Workflows.Definitions.Decisions;

/// <summary>A decision of a model.</summary>
public sealed class Decision
{
    private readonly Lazy<IReadOnlyList<string>> _inputs;

    internal Decision(DecisionElement element, Func<DecisionElement, IReadOnlyList<string>> inputs, bool isFinal)
    {
        (Id, Name, Type, IsFinal) = (element.Id, element.Name, element.Type.Name, isFinal);
        _inputs = new Lazy<IReadOnlyList<string>>(() => inputs(element));
    }

    /// <summary>Empty where the file gives none.</summary>
    public string Id { get; }

    public string Name { get; }

    /// <summary>The name of its type; Any where the file gives none.</summary>
    public string Type { get; }

    /// <summary>No other decision of the model requires it.</summary>
    public bool IsFinal { get; }

    /// <summary>The names of the input data that it needs, directly or not, in ordinal order; those of an imported model after its prefix and a dot.</summary>
    public IReadOnlyList<string> Inputs => _inputs.Value;
}
