using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workflows.Engine.Storage;

/// <summary>A buffer of each thread for JSON that is looked at and not kept: hashed, or packed.</summary>
/// <remarks>What is written stays valid until the same thread takes the buffer again.</remarks>
internal sealed class JsonScratch(JavaScriptEncoder encoder) : IDisposable
{
    /// <summary>Bytes from which on a buffer is not kept: one long state must not stay in memory for each thread.</summary>
    private const int Large = 1024 * 1024;

    private readonly ThreadLocal<(ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)> own = new();

    public ReadOnlySpan<byte> Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var (buffer, writer) = own.Value is { Buffer.Capacity: < Large } kept ? kept : New();
        own.Value = (buffer, writer);
        buffer.ResetWrittenCount();
        writer.Reset();
        write(writer, value);
        writer.Flush();
        return buffer.WrittenSpan;
    }

    public void Dispose() => own.Dispose();

    private (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) New()
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        return (buffer, new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = encoder, SkipValidation = true }));
    }
}
