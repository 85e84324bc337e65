using Quartz;
using Workflows.Engine.Journal;

namespace Workflows.Engine.Schedules;

/// <summary>Anchors the journals once a day.</summary>
[DisallowConcurrentExecution]
internal sealed class AnchorJob(JournalAnchors anchors, ILogger<AnchorJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var number in await anchors.TakeDaily(cancellationToken))
        {
            log.LogInformation("Anchor {Number} of the journals is taken.", number);
        }
    }
}
