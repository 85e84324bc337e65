using System.Diagnostics;
using System.Diagnostics.Metrics;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;

namespace Workflows.Engine.Telemetry;

/// <summary>What the engine measures of itself: the meter and the activity source <c>Workflows.Engine</c>.</summary>
public sealed class EngineMeter : IDisposable
{
    public const string Name = "Workflows.Engine";

    private readonly ActivitySource activities = new(Name);
    private readonly Meter meter = new(Name);
    private readonly Histogram<double> commands;
    private readonly Histogram<int> events;
    private readonly Counter<long> retries;
    private readonly Counter<long> told;
    private readonly Counter<long> calls;

    public EngineMeter()
    {
        commands = meter.CreateHistogram<double>("workflows.command.duration", "s", "From a command's arrival to its answer.");
        events = meter.CreateHistogram<int>("workflows.burst.events", "{event}", "What one accepted command sets off.");
        retries = meter.CreateCounter<long>("workflows.command.retries", "{attempt}", "Attempts that were repeated because another had written the case.");
        told = meter.CreateCounter<long>("workflows.sweep.cases", "{case}", "Cases that were told that their time has come.");
        calls = meter.CreateCounter<long>("workflows.outbox.calls", "{call}", "Calls outward, by what became of the attempt.");
        meter.CreateObservableGauge("workflows.sweep.lag", () => Backlog.SweepLag.TotalSeconds, "s", "How long the longest due case has been due.");
        meter.CreateObservableGauge("workflows.outbox.lag", () => Backlog.OutboxLag.TotalSeconds, "s", "How long the oldest call has waited for its first attempt.");
        meter.CreateObservableGauge("workflows.outbox.waiting", () => Backlog.OutboxWaiting, "{call}", "Calls that wait, failed ones too.");
        meter.CreateObservableGauge("workflows.incidents.open", () => Backlog.OpenIncidents, "{incident}", "Incidents that wait for somebody.");
    }

    /// <summary>What <see cref="BacklogReader"/> has found last.</summary>
    internal Backlog Backlog { get; set; } = new(TimeSpan.Zero, TimeSpan.Zero, 0, 0);

    /// <summary>Measures a command from here to the disposal of what is returned.</summary>
    internal CommandMeasure Begin(CaseCommand command) => new(this, CommandKind.Of(command));

    internal void Retried() => retries.Add(1);

    internal void Told(int cases) => told.Add(cases);

    /// <param name="result">sent, failed or given-up</param>
    internal void Called(string consumer, string result) =>
        calls.Add(1, new KeyValuePair<string, object?>("consumer", consumer), new KeyValuePair<string, object?>("result", result));

    public void Dispose()
    {
        activities.Dispose();
        meter.Dispose();
    }

    internal readonly struct CommandMeasure(EngineMeter meter, string command) : IDisposable
    {
        private readonly long began = Stopwatch.GetTimestamp();
        private readonly Activity? activity = meter.activities.StartActivity(command);

        public CommandResult Answered(CommandResult result)
        {
            var answer = result is CommandAccepted ? "accepted" : "rejected";
            meter.commands.Record(
                Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("command", command), new KeyValuePair<string, object?>("answer", answer));
            activity?.SetTag("answer", answer);
            if (result is CommandAccepted accepted)
            {
                meter.events.Record(accepted.Events.Count);
            }

            return result;
        }

        public void Dispose() => activity?.Dispose();
    }
}

/// <summary>What waits in the database.</summary>
internal sealed record Backlog(TimeSpan SweepLag, TimeSpan OutboxLag, int OutboxWaiting, int OpenIncidents);
