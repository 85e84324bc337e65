namespace Workflows.Engine.Files;

/// <summary>A type of file that applications may bring, told by its first bytes and not by what somebody calls it.</summary>
public sealed record FileType(string ContentType, IReadOnlyList<string> Extensions, ReadOnlyMemory<byte> Signature)
{
    /// <summary>The longest signature, in bytes.</summary>
    public const int SignatureLength = 8;

    public static readonly IReadOnlyList<FileType> Allowed =
    [
        new("application/pdf", ["pdf"], "%PDF-"u8.ToArray()),
        new("image/jpeg", ["jpg", "jpeg"], new byte[] { 0xFF, 0xD8, 0xFF }),
        new("image/png", ["png"], new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A }),
    ];

    /// <summary>The type that a file's name claims; null where it is none of the allowed ones.</summary>
    public static FileType? OfName(string name)
    {
        var extension = Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
        return Allowed.FirstOrDefault(type => type.Extensions.Contains(extension));
    }

    public bool Matches(ReadOnlySpan<byte> head) => head.StartsWith(Signature.Span);
}
