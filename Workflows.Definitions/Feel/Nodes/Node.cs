namespace Workflows.Definitions.Feel;

/// <summary>A part of a parsed expression, ready to be evaluated.</summary>
internal abstract class Node
{
    protected Node(params ReadOnlySpan<Node> children)
    {
        (Size, Depth) = (1, 1);

        foreach (var child in children)
        {
            Size += child.Size;
            Depth = Math.Max(Depth, child.Depth + 1);
        }
    }

    /// <summary>How many nodes there are from here downwards: the steps of one pass.</summary>
    public int Size { get; }

    /// <summary>The longest way downwards.</summary>
    public int Depth { get; }

    public abstract FeelValue Evaluate(Evaluation run, Scope scope);
}

/// <summary>What names mean at one place: the variables outside, and the innermost local.</summary>
internal readonly record struct Scope(FeelContext Variables, Local? Locals)
{
    public Scope Push(FeelValue value) => new(Variables, new Local(value, Locals));
}

/// <summary>A local variable; the parser knows how many steps <see cref="Outer"/> each name lies away.</summary>
internal sealed record Local(FeelValue Value, Local? Outer);
