using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Telemetry;
using Workflows.Specs.Api;
using Workflows.Specs.Storage;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Telemetry;

public sealed partial class TelemetrySpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_out_its_metrics_as_text_for_Prometheus()
    {
        await using var host = await ApiHost.Start();
        await host.StartCase();

        var text = await host.Anonymous().GetStringAsync("/metrics", Cancellation);

        text.ShouldContain("# TYPE workflows_command_duration_seconds histogram\n");
        text.Split('\n').ShouldContain(line => line.StartsWith("workflows_command_duration_seconds_count{", StringComparison.Ordinal)
            && line.Contains("command=\"start-case\"", StringComparison.Ordinal) && line.Contains("answer=\"accepted\"", StringComparison.Ordinal));
        text.ShouldContain("\nworkflows_incidents_open ");
        text.ShouldContain("\nworkflows_sweep_lag_seconds ");
        text.ShouldContain("\nworkflows_outbox_lag_seconds ");
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => Line().IsMatch(line));
        text.ShouldNotContain("case-1");
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Counts_what_waits(Workflows.Engine.Storage.DatabaseProvider provider)
    {
        await using var engine = await Start(provider);
        engine.Get<DefinitionStore>().Remember(ConnectedService.Published());
        var started = Accepted(await engine.Send("case-1", SampleService.Clerk, ConnectedService.Start)).Case;
        Accepted(await engine.Send("case-1", Actor.Engine, new CompleteActivity(started.Instances.Values.Single(instance => instance.ElementId == "seal").Id)));
        await engine.StartCase("case-2");
        engine.Time.MoveTo(new DateTimeOffset(2026, 3, 10, 0, 5, 0, TimeSpan.FromHours(8)));

        await ActivatorUtilities.CreateInstance<BacklogReader>(engine.Services).Read(Cancellation);

        var backlog = engine.Get<EngineMeter>().Backlog;
        (backlog.OpenIncidents, backlog.OutboxWaiting).ShouldBe((1, 1));
        backlog.SweepLag.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(5));
        backlog.OutboxLag.ShouldBe(engine.Time.GetUtcNow() - Monday);
    }

    [GeneratedRegex("^(# (HELP|TYPE) .+|[a-zA-Z_][a-zA-Z0-9_]*(\\{[a-zA-Z0-9_]+=\"([^\"\\\\]|\\\\.)*\"(,[a-zA-Z0-9_]+=\"([^\"\\\\]|\\\\.)*\")*\\})? [-+0-9.eE]+|.* (NaN|[+-]?Inf|∞))$")]
    private static partial Regex Line();
}
