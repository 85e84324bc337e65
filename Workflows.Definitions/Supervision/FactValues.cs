using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Supervision;

/// <summary>Facts while they are gathered: each has the default of <see cref="Facts"/> until it is known.</summary>
/// <remarks>Facts are gathered with every command: what they are called is shared, and only the values are new.</remarks>
public sealed class FactValues
{
    private readonly FeelContext defaults;
    private FeelValue[]? values;

    internal FactValues(FeelContext defaults) => this.defaults = defaults;

    /// <exception cref="ArgumentException">There is no such fact.</exception>
    public FactValues With(string name, FeelValue value)
    {
        var at = defaults.IndexOf(name);
        if (at < 0)
        {
            throw new ArgumentException($"Expected a fact of the table, but there is none called '{name}'.", nameof(name));
        }

        values ??= defaults.Values.ToArray();
        values[at] = value;
        return this;
    }

    public FeelContext ToContext() => values is null ? defaults : defaults.WithValues(values);
}
