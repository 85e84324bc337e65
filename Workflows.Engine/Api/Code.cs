namespace Workflows.Engine.Api;

/// <summary>A member of an enumeration in a query, in kebab-case as everywhere in the interface.</summary>
public readonly record struct Code<T>(T Value)
    where T : struct, Enum
{
#pragma warning disable CA1000 // The framework looks for this method on the very type that it binds.
    public static bool TryParse(string? text, IFormatProvider? provider, out Code<T> code)
#pragma warning restore CA1000
    {
        var known = Enum.GetValues<T>().Where(value => ApiJson.Code(value) == text).ToList();
        code = new Code<T>(known.FirstOrDefault());
        return known.Count > 0;
    }
}
