namespace Workflows.Definitions.Feel;

/// <summary>The bounds of one evaluation. A hostile expression meets one of them long before a tenth of a second has passed.</summary>
public static class FeelLimits
{
    /// <summary>Characters of one expression.</summary>
    public const int Length = 65_536;

    /// <summary>Levels of brackets and operators within each other in one expression.</summary>
    public const int Nesting = 200;

    /// <summary>Node visits, list items and function calls, together.</summary>
    public const int Steps = 1_000_000;

    /// <summary>Characters and list items that are built.</summary>
    public const int Memory = 4_000_000;

    /// <summary>Functions that call each other.</summary>
    public const int Calls = 256;

    /// <summary>Lists and contexts within each other in one value.</summary>
    public const int ValueDepth = 100;

    /// <summary>Values within one value, each counted as often as it appears; long strings count for more.</summary>
    public const int ValueWeight = 1_000_000;

    /// <summary>Warnings that one evaluation keeps.</summary>
    public const int Warnings = 50;
}

/// <summary>A bound of <see cref="FeelLimits"/> was met; within an evaluation it becomes null and a warning.</summary>
public sealed class FeelLimitException(string message) : Exception(message);
