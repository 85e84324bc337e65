namespace Workflows.Definitions.Checks.Soundness.Nets;

/// <summary>A state of a token net: the cells, and behind them what the mail keeps in transit. Compared by value.</summary>
internal sealed class Marking : IEquatable<Marking>
{
    private readonly byte[] content;
    private readonly int cells;
    private readonly int hash;

    public Marking(byte[] content, int cells)
    {
        this.content = content;
        this.cells = cells;
        var code = default(HashCode);
        code.AddBytes(content);
        hash = code.ToHashCode();
    }

    public int this[int cell] => content[cell];

    public ReadOnlySpan<byte> Mail => content.AsSpan(cells);

    /// <summary>True where one of these cells holds a token.</summary>
    public bool HasToken(int[] anyOf)
    {
        foreach (var cell in anyOf)
        {
            if (content[cell] > 0)
            {
                return true;
            }
        }

        return false;
    }

    public Draft Change() => new(content.AsSpan(0, cells).ToArray(), Mail.ToArray());

    public bool Equals(Marking? other) => other is not null && hash == other.hash && content.AsSpan().SequenceEqual(other.content);

    public override bool Equals(object? obj) => Equals(obj as Marking);

    public override int GetHashCode() => hash;
}

/// <summary>A state that is being made from another.</summary>
internal sealed class Draft(byte[] cells, byte[] mail)
{
    /// <summary>No cell counts further: a net that comes here is unsafe many times over.</summary>
    private const byte Most = 100;

    public byte[] Mail { get; set; } = mail;

    public int this[int cell]
    {
        get => cells[cell];
        set => cells[cell] = (byte)Math.Min(value, Most);
    }

    public void Clear(int[] emptied)
    {
        foreach (var cell in emptied)
        {
            cells[cell] = 0;
        }
    }

    public Marking ToMarking() => new([.. cells, .. Mail], cells.Length);
}
