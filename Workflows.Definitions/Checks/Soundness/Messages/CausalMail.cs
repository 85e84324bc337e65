using System.Buffers.Binary;
using Workflows.Definitions.Checks.Soundness.Nets;

namespace Workflows.Definitions.Checks.Soundness.Messages;

/// <summary>Messages are received in an order that causes respect, whoever sent them.</summary>
/// <remarks>
/// Each message in transit remembers which others in transit its sender had sent or known of; each process remembers which messages in
/// transit it knows of. This says the same as vector clocks, but does not grow while processes go round.
/// </remarks>
internal sealed class CausalMail(TokenNet net) : Mail
{
    /// <summary>A set of messages is the bits of one number.</summary>
    private const int Most = 32;

    public override byte[]? Send(ReadOnlySpan<byte> mail, NetMessage message)
    {
        var (letters, known) = Read(mail);
        if (letters.Count == Most)
        {
            return null;
        }

        letters.Add((message.Letter, known[message.From]));
        known[message.From] |= 1u << (letters.Count - 1);
        return Write(letters, known);
    }

    public override byte[]? Receive(ReadOnlySpan<byte> mail, NetMessage message)
    {
        var (letters, known) = Read(mail);
        for (var at = 0; at < letters.Count; at++)
        {
            if (letters[at].Letter == message.Letter && !Before(letters, at).Any(earlier => To(letters[earlier].Letter) == message.To))
            {
                known[message.To] |= letters[at].Causes;
                return Write(
                    [.. letters.Where((_, index) => index != at).Select(other => (other.Letter, Without(other.Causes, at)))],
                    [.. known.Select(set => Without(set, at))]);
            }
        }

        return null;
    }

    private static IEnumerable<int> Before(List<(int Letter, uint Causes)> letters, int at) =>
        Enumerable.Range(0, letters.Count).Where(other => (letters[at].Causes >> other & 1) == 1);

    private static uint Without(uint set, int at)
    {
        var low = (1u << at) - 1;
        return (set & low) | (set >> 1 & ~low);
    }

    private int To(int letter) => net.Messages.First(message => message.Letter == letter).To;

    private (List<(int Letter, uint Causes)> Letters, uint[] Known) Read(ReadOnlySpan<byte> mail)
    {
        var letters = new List<(int, uint)>();
        var known = new uint[net.Scopes.Length];
        if (mail.IsEmpty)
        {
            return (letters, known);
        }

        for (var process = 0; process < known.Length; process++)
        {
            known[process] = BinaryPrimitives.ReadUInt32LittleEndian(mail[(process * 4)..]);
        }

        for (var rest = mail[(known.Length * 4)..]; rest.Length > 0; rest = rest[5..])
        {
            letters.Add((rest[0], BinaryPrimitives.ReadUInt32LittleEndian(rest[1..])));
        }

        return (letters, known);
    }

    private static byte[] Write(List<(int Letter, uint Causes)> letters, uint[] known) => letters.Count == 0 ? [] :
    [
        .. known.SelectMany(BitConverter.GetBytes),
        .. letters.SelectMany(letter => BitConverter.GetBytes(letter.Causes).Prepend((byte)letter.Letter)),
    ];
}
