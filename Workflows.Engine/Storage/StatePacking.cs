using System.Buffers.Binary;
using System.IO.Compression;

namespace Workflows.Engine.Storage;

/// <summary>A state as its row holds it: JSON where it is short, else JSON that is packed with a dictionary.</summary>
/// <remarks>
/// <para>A state is written with every command, and repeats itself and every other state. The dictionary holds what states have in common;
/// it is sent ahead of each state through the same compressor (deflate, RFC 1951) and left out of the row, so that the state refers to it.</para>
/// <para>A dictionary is read for ever and never changed: another one gets another mark.</para>
/// </remarks>
internal static class StatePacking
{
    private const byte PlainJson = (byte)'{';

    /// <summary>The first byte of what zlib packed without a dictionary, in states up to format 6.</summary>
    private const byte Zlib = 0x78;

    /// <summary>The first byte of what is packed with the first dictionary.</summary>
    private const byte FirstDictionary = 1;

    /// <summary>Bytes of JSON from which on packing saves more than it costs.</summary>
    private const int WorthPacking = 512;

    private static readonly byte[] Dictionary = Resource("StateDictionary1.txt");

    private static readonly byte[] Stored = StoredBlock(Dictionary);

    /// <summary>A sixth smaller than level 1 for a few microseconds; the levels above cost more than they save.</summary>
    private static readonly ZLibCompressionOptions Options = new() { CompressionLevel = 2 };

    [ThreadStatic]
    private static MemoryStream? packing;

    public static byte[] Pack(ReadOnlySpan<byte> json)
    {
        if (json.Length < WorthPacking)
        {
            return json.ToArray();
        }

        var packed = packing ??= new MemoryStream();
        packed.SetLength(0);
        int ahead;
        using (var deflate = new DeflateStream(packed, Options, leaveOpen: true))
        {
            deflate.Write(Dictionary);
            deflate.Flush();
            ahead = (int)packed.Position;
            deflate.Write(json);
        }

        var row = new byte[1 + packed.Length - ahead];
        row[0] = FirstDictionary;
        packed.GetBuffer().AsSpan(ahead, row.Length - 1).CopyTo(row.AsSpan(1));
        return row;
    }

    /// <summary>The JSON of a state, packed in whichever way.</summary>
    /// <exception cref="InvalidDataException">The bytes are no state.</exception>
    public static byte[] Unpack(byte[] state) => state switch
    {
        [] or [PlainJson, ..] => state,
        [Zlib, ..] => Read(new ZLibStream(new MemoryStream(state), CompressionMode.Decompress), state.Length * 8),
        [FirstDictionary, ..] => Read(new DeflateStream(new MemoryStream([.. Stored, .. state.AsSpan(1)]), CompressionMode.Decompress), state.Length * 8, Dictionary.Length),
        [var mark, ..] => throw new InvalidDataException($"Expected a state to begin with '{{', {Zlib} or {FirstDictionary}, but it begins with {mark}."),
    };

    private static byte[] Read(Stream packed, int expected, int ahead = 0)
    {
        using var json = new MemoryStream(ahead + expected);
        using (packed)
        {
            packed.CopyTo(json);
        }

        return json.GetBuffer().AsSpan(ahead, (int)json.Length - ahead).ToArray();
    }

    /// <summary>The bytes as a block of deflate that is not packed and not the last one.</summary>
    private static byte[] StoredBlock(byte[] bytes)
    {
        var block = new byte[5 + bytes.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(1), (ushort)bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(3), (ushort)~bytes.Length);
        bytes.CopyTo(block, 5);
        return block;
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(StatePacking).Assembly.GetManifestResourceStream(typeof(StatePacking), name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
