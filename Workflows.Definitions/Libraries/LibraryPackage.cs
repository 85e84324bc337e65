using System.IO.Compression;
using System.Text;

namespace Workflows.Definitions.Libraries;

/// <summary>The texts of a library, from a folder or a zip file that holds what the folder would, in bounded memory.</summary>
/// <remarks>Every file is UTF-8, whatever an XML declaration says: one that is not is refused, not guessed at.</remarks>
public sealed class LibraryPackage
{
    /// <summary>The most bytes of one file, and of all of them together.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    public const int MostBytesTogether = 50 * 1024 * 1024;

    public const int MostFiles = 5_000;

    private static readonly string[] Endings = [".yaml", ".bpmn", ".dmn", ".json"];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly List<DefinitionError> errors = [];
    private long bytes;

    private LibraryPackage()
    {
    }

    /// <summary>By path relative to the library, with <c>/</c>.</summary>
    public IReadOnlyDictionary<string, string> Texts => texts;

    /// <summary>What was left out, and why.</summary>
    public IReadOnlyList<DefinitionError> Errors => errors;

    /// <summary>Reads all definitions of a folder; other files are not looked at.</summary>
    public static LibraryPackage OfFolder(string folder)
    {
        var package = new LibraryPackage();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(IsDefinition).Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(file);
            package.Add(Path.GetRelativePath(folder, file).Replace('\\', '/'), stream);
        }

        return package;
    }

    /// <summary>Reads all definitions of a zip file; paths in it begin at the library, e.g. <c>services/open-restaurant/service.yaml</c>.</summary>
    public static LibraryPackage OfZip(Stream zip)
    {
        var package = new LibraryPackage();
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
            foreach (var entry in archive.Entries.Where(entry => IsDefinition(entry.FullName)))
            {
                using var stream = entry.Open();
                package.Add(entry.FullName.Replace('\\', '/'), stream);
            }
        }
        catch (InvalidDataException)
        {
            package.errors.Add(new DefinitionError("package", 0, 0, null, "Expected a zip file with the folders of a library, but it cannot be read as one."));
        }

        return package;
    }

    /// <summary>A package of files that are in memory.</summary>
    /// <param name="texts">By path relative to the library, with <c>/</c>.</param>
    public static LibraryPackage OfTexts(IReadOnlyDictionary<string, string> texts) => new LibraryPackage().Over(texts);

    /// <summary>The package with what <paramref name="others"/> hold and it does not.</summary>
    public LibraryPackage Over(IReadOnlyDictionary<string, string> others)
    {
        var whole = new LibraryPackage();
        foreach (var (path, text) in others.Concat(texts))
        {
            whole.texts[path] = text;
        }

        whole.errors.AddRange(errors);
        return whole;
    }

    private static bool IsDefinition(string file) => Endings.Contains(Path.GetExtension(file));

    private void Add(string path, Stream stream)
    {
        if (texts.Count + errors.Count >= MostFiles)
        {
            if (texts.Count + errors.Count == MostFiles)
            {
                errors.Add(new DefinitionError(path, 0, 0, null, $"Expected at most {MostFiles} files, but there are more."));
            }

            return;
        }

        var most = (int)Math.Min(MostBytes, MostBytesTogether - bytes);
        var content = ReadAtMost(stream, most);
        bytes += content?.Length ?? 0;
        if (content is null)
        {
            errors.Add(new DefinitionError(path, 0, 0, null, most < MostBytes
                ? $"Expected files of at most {MostBytesTogether / 1024} KB together, but they are larger."
                : $"Expected a file of at most {MostBytes / 1024} KB, but it is larger."));
        }
        else if (Text(content, path) is { } text && !texts.TryAdd(path, text))
        {
            errors.Add(new DefinitionError(path, 0, 0, null, $"Expected each file once, but '{path}' comes twice."));
        }
    }

    private string? Text(byte[] content, string path)
    {
        try
        {
            return Utf8.GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException exception)
        {
            var line = 1 + content.AsSpan(0, Math.Max(0, exception.Index)).Count((byte)'\n');
            errors.Add(new DefinitionError(path, line, 0, null, "Expected text in UTF-8, but the line holds bytes that are none."));
            return null;
        }
    }

    /// <summary>The content; null where there is more than <paramref name="most"/> bytes of it.</summary>
    private static byte[]? ReadAtMost(Stream stream, int most)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (content.Length + read > most)
            {
                return null;
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
