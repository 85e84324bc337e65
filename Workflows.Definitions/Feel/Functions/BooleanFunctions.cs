namespace Workflows.Definitions.Feel;

/// <summary>DMN 1.5 table 71 and the general function <c>is</c>.</summary>
internal static class BooleanFunctions
{
    public static readonly BuiltIn[] All =
    [
        new("not", new Signature((_, a) => a[0] is FeelBoolean truth ? FeelBoolean.Of(!truth.Value) : FeelValue.Null, Parameter.Any("negand"))),
        new("is", new Signature((_, a) => FeelBoolean.Of(FeelType.Of(a[0]) == FeelType.Of(a[1]) && a[0] == a[1]), Parameter.Any("value1"), Parameter.Any("value2"))),
    ];
}
