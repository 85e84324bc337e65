using System.Data.Common;
using System.Globalization;
using Workflows.Engine.Cases;
using Workflows.Engine.Storage;
using Workflows.Engine.Telemetry;

namespace Workflows.Engine.Handling;

/// <summary>Carries out commands: a case is loaded, decides, and everything that follows is written in one piece.</summary>
/// <remarks>A crash at any instant loses nothing that was answered with <see cref="CommandAccepted"/> and repeats nothing.</remarks>
public sealed class CaseHandler
{
    private const int Attempts = 10;

    private readonly CaseAttempt attempt;
    private readonly CaseTurns turns;
    private readonly EngineMeter meter;
    private readonly TimeProvider time;

    internal CaseHandler(CaseAttempt attempt, CaseTurns turns, EngineMeter meter, TimeProvider time) =>
        (this.attempt, this.turns, this.meter, this.time) = (attempt, turns, meter, time);

    /// <summary>Sends a command that happens now.</summary>
    /// <param name="commandId">Null where the sender never repeats it.</param>
    public Task<CommandResult> Send(string caseId, Actor actor, CaseCommand command, string? commandId = null, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        return Handle(new CommandEnvelope(commandId ?? Guid.CreateVersion7(now).ToString("N"), caseId, actor, now, now, command), cancellation);
    }

    /// <summary>Carries out a command once: the same id twice is answered with the first answer.</summary>
    /// <param name="cancellation">Ends the waiting for the case's turn and the reading; what is on its way to the disk is waited for.</param>
    /// <returns>
    /// <see cref="RejectionCode.Conflict"/> where others wrote the case at every attempt, or where the id belongs to a command of
    /// another kind or actor; <see cref="RejectionCode.UnknownFormat"/> where a newer program has written the case; otherwise what the case decides.
    /// </returns>
    public async Task<CommandResult> Handle(CommandEnvelope envelope, CancellationToken cancellation = default)
    {
        using var measure = meter.Begin(envelope.Command);
        try
        {
            return measure.Answered(await InTurn(envelope, cancellation));
        }
        catch (UnknownFormatException unknown)
        {
            return measure.Answered(new CommandRejected(new Rejected(RejectionCode.UnknownFormat, unknown.Message, unknown.CaseId, unknown.Format.ToString(CultureInfo.InvariantCulture))));
        }
    }

    private async Task<CommandResult> InTurn(CommandEnvelope envelope, CancellationToken cancellation)
    {
        using var turn = await turns.Take(envelope.CaseId, cancellation);
        for (var number = 1; number <= Attempts; number++)
        {
            try
            {
                if (await attempt.Run(envelope, cancellation) is { } result)
                {
                    return result;
                }
            }
            catch (Exception exception) when (number < Attempts && IsPassing(exception))
            {
                // Whether it was reading or writing: an attempt that is repeated writes nothing twice.
            }

            meter.Retried();
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 4 << number)), TimeProvider.System, cancellation);
        }

        return new CommandRejected(new Rejected(
            RejectionCode.Conflict,
            $"Expected to write case '{envelope.CaseId}', but others wrote it at each of {Attempts} attempts.",
            envelope.CaseId));
    }

    /// <summary>True where the database was away for a moment; EF tells of it in an exception of its own.</summary>
    private static bool IsPassing(Exception exception) => (exception as DbException ?? exception.InnerException) is DbException { IsTransient: true };
}
