namespace Workflows.Engine.Files;

/// <summary>Where files lie and how large they may be: the settings <c>Workflows:Files</c>.</summary>
public sealed class FileStoreOptions
{
    public const string Section = "Workflows:Files";

    /// <summary>The folder; relative to the content root. Nodes that share a database have to share it.</summary>
    public string Folder { get; set; } = "App_Data/files";

    /// <summary>Bytes.</summary>
    public long MaximumSize { get; set; } = 20 * 1024 * 1024;

    /// <summary>Pixels of a picture; an A3 page at 600 dots an inch has 70 million.</summary>
    public long MaximumPixels { get; set; } = 100_000_000;
}
