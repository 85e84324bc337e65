using System.Security.Cryptography;

namespace Workflows.Engine.Files;

/// <summary>A file on its way in: written beside the store while its hash is made, and dropped unless it is kept.</summary>
internal sealed class IncomingFile(string path, string hash, long size, byte[] head) : IDisposable
{
    public string Hash => hash;

    public long Size => size;

    /// <summary>The first bytes, by which its type is told.</summary>
    public ReadOnlySpan<byte> Head => head;

    /// <summary>The pixels that the content claims to have; null where it is no picture.</summary>
    public long? Pixels
    {
        get
        {
            using var content = File.OpenRead(path);
            return ImageSize.Pixels(content);
        }
    }

    /// <summary>Reads until the content ends or is larger than <paramref name="maximum"/> bytes.</summary>
    public static async Task<IncomingFile> Receive(Stream content, string folder, long maximum, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Path.GetRandomFileName() + ".incoming");
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var head = new byte[FileType.SignatureLength];
            var buffer = new byte[81920];
            int read;
            while (file.Length <= maximum && (read = await content.ReadAsync(buffer, cancellation)) > 0)
            {
                if (file.Length < head.Length)
                {
                    buffer.AsSpan(0, (int)Math.Min(read, head.Length - file.Length)).CopyTo(head.AsSpan((int)file.Length));
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            file.Flush(flushToDisk: true);
            return new IncomingFile(path, Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length, head);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Keeps the content under <paramref name="target"/>; the same content may lie there already.</summary>
    public void Keep(string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(path, target, overwrite: true);
    }

    public void Dispose() => File.Delete(path);
}
