using Workflows.Definitions.Checks.Soundness.Nets;

namespace Workflows.Definitions.Checks.Soundness.Messages;

/// <summary>What messages in transit allow: each kind of communication keeps its own record in a state's mail.</summary>
internal abstract class Mail
{
    public static Mail Of(Communication communication, TokenNet net) => communication switch
    {
        // Without an order the message flows' own cells say everything.
        Communication.Bag => new Unordered(),
        Communication.FifoPair => new Ordered(net, message => (message.From, message.To)),
        Communication.Inbox => new Ordered(net, message => (message.To, 0)),
        Communication.Outbox => new Ordered(net, message => (message.From, 0)),
        Communication.Fifo => new Ordered(net, _ => (0, 0)),
        Communication.Rsc => new Single(),
        _ => new CausalMail(net),
    };

    /// <summary>The mail after sending; null where it cannot be sent now.</summary>
    public abstract byte[]? Send(ReadOnlySpan<byte> mail, NetMessage message);

    /// <summary>The mail after receiving; null where another message has to be received before.</summary>
    public abstract byte[]? Receive(ReadOnlySpan<byte> mail, NetMessage message);

    private sealed class Unordered : Mail
    {
        public override byte[] Send(ReadOnlySpan<byte> mail, NetMessage message) => [];

        public override byte[] Receive(ReadOnlySpan<byte> mail, NetMessage message) => [];
    }

    private sealed class Single : Mail
    {
        public override byte[]? Send(ReadOnlySpan<byte> mail, NetMessage message) => mail.IsEmpty ? [(byte)message.Letter] : null;

        public override byte[]? Receive(ReadOnlySpan<byte> mail, NetMessage message) => mail is [var letter] && letter == message.Letter ? [] : null;
    }

    /// <summary>Letters in the order of sending; those of different queues are sorted apart, as their order means nothing.</summary>
    private sealed class Ordered : Mail
    {
        private readonly Dictionary<byte, (int, int)> queues;

        public Ordered(TokenNet net, Func<NetMessage, (int, int)> queue) => queues = net.Messages
            .DistinctBy(message => message.Letter)
            .ToDictionary(message => (byte)message.Letter, queue);

        public override byte[] Send(ReadOnlySpan<byte> mail, NetMessage message) =>
            [.. mail.ToArray().Append((byte)message.Letter).OrderBy(letter => queues[letter])];

        public override byte[]? Receive(ReadOnlySpan<byte> mail, NetMessage message)
        {
            var queue = queues[(byte)message.Letter];
            for (var at = 0; at < mail.Length; at++)
            {
                if (queues[mail[at]] == queue)
                {
                    return mail[at] == message.Letter ? [.. mail[..at], .. mail[(at + 1)..]] : null;
                }
            }

            return null;
        }
    }
}
