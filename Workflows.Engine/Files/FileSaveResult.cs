namespace Workflows.Engine.Files;

/// <summary>A file in the store.</summary>
/// <param name="Id">SHA-256 of the content, lower-case hex.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(string Id, string Name, string ContentType, long Size);

/// <summary>The answer to saving a file.</summary>
public abstract record FileSaveResult;

public sealed record FileSaved(StoredFile File) : FileSaveResult;

/// <param name="Message">English, "Expected …, but …"; screens translate by <paramref name="Code"/> and <paramref name="Arguments"/>.</param>
public sealed record FileRefused(FileRefusalCode Code, string Message, params IReadOnlyList<string> Arguments) : FileSaveResult;

public enum FileRefusalCode
{
    /// <summary>The name is empty or too long.</summary>
    NameNotAllowed,

    /// <summary>The extension is none of those that are allowed.</summary>
    TypeNotAllowed,

    /// <summary>The content is not what the extension says.</summary>
    ContentMismatch,

    Empty,

    TooLarge,

    /// <summary>A picture that would fill the memory of whoever opens it.</summary>
    TooManyPixels,
}
