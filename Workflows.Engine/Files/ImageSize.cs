using System.Buffers.Binary;

namespace Workflows.Engine.Files;

/// <summary>How many pixels a picture claims to have, read from its header: nothing is decoded, for a few kilobytes may claim gigabytes.</summary>
internal static class ImageSize
{
    /// <summary>The first bytes of a PNG up to and with width and height (ISO/IEC 15948 §11.2.2).</summary>
    private const int PngHeader = 24;

    /// <returns>Width × height; null where the content is no PNG or JPEG, or ends before it says.</returns>
    public static long? Pixels(Stream content)
    {
        Span<byte> head = stackalloc byte[PngHeader];
        var read = content.ReadAtLeast(head, PngHeader, throwOnEndOfStream: false);
        if (read == PngHeader && head[12..16].SequenceEqual("IHDR"u8))
        {
            return (long)BinaryPrimitives.ReadUInt32BigEndian(head[16..]) * BinaryPrimitives.ReadUInt32BigEndian(head[20..]);
        }

        if (read < 2 || head[0] != 0xFF || head[1] != 0xD8)
        {
            return null;
        }

        content.Position = 2;
        return OfJpeg(content);
    }

    /// <summary>Goes from segment to segment to the first that begins a frame (ITU-T T.81 §B.2.2).</summary>
    private static long? OfJpeg(Stream content)
    {
        Span<byte> segment = stackalloc byte[4];
        Span<byte> frame = stackalloc byte[5];
        while (content.ReadAtLeast(segment, 4, throwOnEndOfStream: false) == 4 && segment[0] == 0xFF)
        {
            if (segment[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return content.ReadAtLeast(frame, 5, throwOnEndOfStream: false) < 5
                    ? null
                    : (long)BinaryPrimitives.ReadUInt16BigEndian(frame[1..]) * BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
            }

            content.Position += Math.Max(0, BinaryPrimitives.ReadUInt16BigEndian(segment[2..]) - 2);
        }

        return null;
    }
}
