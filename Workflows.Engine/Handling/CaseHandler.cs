using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Numbering;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Handling;

/// <summary>Carries out commands: loads the case, lets it decide, and stores everything that follows in one transaction.</summary>
/// <remarks>A crash at any instant loses nothing that was answered with <see cref="CommandAccepted"/> and repeats nothing.</remarks>
public sealed class CaseHandler(EngineDatabase database, DefinitionStore definitions, CaseNumbering numbering, CaseChanges changes, TimeProvider time)
{
    private const int Attempts = 10;

    /// <summary>Sends a command that happens now.</summary>
    /// <param name="commandId">Null where the sender never repeats it.</param>
    public Task<CommandResult> Send(string caseId, Actor actor, CaseCommand command, string? commandId = null, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        return Handle(new CommandEnvelope(commandId ?? Guid.CreateVersion7(now).ToString("N"), caseId, actor, now, now, command), cancellation);
    }

    /// <summary>Carries out a command once: the same id twice is answered with the first answer.</summary>
    /// <returns>
    /// <see cref="RejectionCode.Conflict"/> where others wrote the case at every attempt, or where the id belongs to a command of
    /// another kind or actor; otherwise what the case decides.
    /// </returns>
    public async Task<CommandResult> Handle(CommandEnvelope envelope, CancellationToken cancellation = default)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await Try(envelope, cancellation) is { } result)
            {
                return result;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 4 << attempt)), TimeProvider.System, cancellation);
        }

        return new CommandRejected(new Rejected(
            RejectionCode.Conflict,
            $"Expected to write case '{envelope.CaseId}', but others wrote it at each of {Attempts} attempts.",
            envelope.CaseId));
    }

    /// <summary>One attempt; null where somebody else wrote the case meanwhile.</summary>
    private async Task<CommandResult?> Try(CommandEnvelope envelope, CancellationToken cancellation)
    {
        var attempt = new CaseAttempt(envelope, database, definitions, numbering);
        using (await database.BeginWriting(cancellation))
        {
            await using var db = database.Open();
            try
            {
                var result = await attempt.Run(db, cancellation);
                if (attempt.Change is { } change)
                {
                    changes.Publish(change);
                }

                return result;
            }
            catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
            {
                // Each database reports a lost race in its own way; what stands in the tables tells it in one.
                await using var fresh = database.Open();
                if (await FirstAnswer.Find(fresh, envelope, cancellation) is { } first)
                {
                    return first;
                }

                var current = await fresh.Cases.Where(row => row.Id == envelope.CaseId).Select(row => row.Sequence).FirstOrDefaultAsync(cancellation);
                if (current == attempt.Sequence)
                {
                    throw;
                }

                return null;
            }
        }
    }
}
