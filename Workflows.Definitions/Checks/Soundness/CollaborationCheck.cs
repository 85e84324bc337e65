using Workflows.Definitions.Checks.Soundness.Messages;
using Workflows.Definitions.Checks.Soundness.Nets;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Soundness;

/// <summary>What was found about processes that exchange messages.</summary>
/// <param name="IsSafe">No sequence flow ever holds more than one token.</param>
/// <param name="IsSound">Every fair run settles where all processes have ended and no message is in transit.</param>
/// <param name="IsMessageSound">The same, but messages may be left.</param>
/// <param name="States">How many states there are.</param>
public sealed record CollaborationVerdict(bool IsSafe, bool IsSound, bool IsMessageSound, int States);

/// <summary>Bounds of a state space; states beyond them are left out. Null for no bound.</summary>
/// <param name="States">The most states; with more the verdict is undecided.</param>
public sealed record ExplorationBounds(int? TokensPerFlow = null, int? MessagesPerFlow = null, int? MarksPerNode = null, int States = 200_000);

/// <summary>Explores every state of a collaboration, and judges it under fairness, as the theory of fBPMN defines it.</summary>
/// <remarks>
/// A process has ended when no token is on a flow in it, and none in a node except in start events and at most one in each end event. For
/// a definition of ours <see cref="SoundnessCheck"/> says more, faster; this tells what a collaboration does under each
/// <see cref="Communication"/>.
/// </remarks>
public static class CollaborationCheck
{
    /// <returns>Null where the bound on states was reached: undecided.</returns>
    public static CollaborationVerdict? Check(ProcessModel model, Communication communication, ExplorationBounds? bounds = null, CancellationToken cancellation = default)
    {
        bounds ??= new ExplorationBounds();
        TokenNet net;
        try
        {
            net = TokenNetBuilder.Build(model.Processes, model.MessageFlows, _ => null);
        }
        catch (NetTooLargeException)
        {
            return null;
        }

        var game = new TokenGame(net, Mail.Of(communication, net), strict: true);
        var space = StateSpace.BreadthFirst(game.Initial(), game.Steps, state => IsWithin(net, state, bounds), bounds.States, cancellation);
        if (!space.IsComplete)
        {
            return null;
        }

        var runs = new FairRuns(net, space);
        return new CollaborationVerdict(
            space.States.TrueForAll(state => Enumerable.Range(0, net.Flows.Length).All(flow => state[flow] <= 1)),
            runs.FindBad(state => HaveEnded(net, state) && HasNoMessage(net, state)) < 0,
            runs.FindBad(state => HaveEnded(net, state)) < 0,
            space.States.Count);
    }

    private static bool IsWithin(TokenNet net, Marking state, ExplorationBounds bounds) =>
        Within(state, 0, net.Flows.Length, bounds.TokensPerFlow)
        && Within(state, net.NodeCell(0), net.Nodes.Length, bounds.MarksPerNode)
        && Within(state, net.MessageCell(0), net.Messages.Length, bounds.MessagesPerFlow);

    private static bool Within(Marking state, int first, int count, int? most)
    {
        for (var cell = first; cell < first + count; cell++)
        {
            if (state[cell] > most)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HaveEnded(TokenNet net, Marking state) => net.Processes.All(process =>
        process.Flows.TrueForAll(flow => state[flow] == 0)
        && process.Nodes.TrueForAll(node => state[net.NodeCell(node)] is 0 || MayStay(net.Nodes[node].Kind, state[net.NodeCell(node)])));

    private static bool MayStay(NetNodeKind kind, int marks) => kind switch
    {
        NetNodeKind.Start => true,
        NetNodeKind.End or NetNodeKind.Terminate or NetNodeKind.Throw => marks == 1,
        _ => false,
    };

    private static bool HasNoMessage(TokenNet net, Marking state) =>
        Enumerable.Range(0, net.Messages.Length).All(message => state[net.MessageCell(message)] == 0);
}
