namespace Workflows.Engine.Storage;

/// <summary>The longest texts of the columns, in characters.</summary>
internal static class Lengths
{
    /// <summary>Ids that the engine or a sender of commands makes.</summary>
    public const int Id = 100;

    /// <summary>Codes of definitions. The data standards print codes of up to 50 characters and leave their length open.</summary>
    public const int Code = 100;

    /// <summary>办件编号: an..50 in GB/T 39046.</summary>
    public const int Number = 50;

    /// <summary>Names of people, organisations, steps and files.</summary>
    public const int Name = 255;

    /// <summary>Why something failed; what is longer is cut.</summary>
    public const int Error = 1000;

    /// <summary>SHA-256 in hex.</summary>
    public const int Hash = 64;
}
