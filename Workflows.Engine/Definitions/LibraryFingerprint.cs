using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.Definitions.Libraries;

namespace Workflows.Engine.Definitions;

/// <summary>What the result of an import depends on: the files, and the programs that read and check them.</summary>
internal static class LibraryFingerprint
{
    /// <summary>That of no library: the next import is done whatever it brings.</summary>
    public static readonly byte[] None = Content("none");

    /// <summary>A JSON object with the SHA-256 of all files and of the programs' module versions.</summary>
    public static byte[] Of(LibraryPackage package)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(LibraryReader).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(typeof(LibraryFingerprint).Module.ModuleVersionId.ToByteArray());
        foreach (var (path, text) in package.Texts.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            Append(path);
            Append(text);
        }

        return Content(Convert.ToHexStringLower(hash.GetHashAndReset()));

        void Append(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }

    private static byte[] Content(string sha256) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["sha256"] = sha256 });
}
