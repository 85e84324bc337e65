using Microsoft.AspNetCore.Components;
using Workflows.Engine.Supervision.Heartbeat;

namespace Workflows.Designer.Supervision;

public sealed partial class HeartbeatPage
{
    private const int Runs = 50;

    private HeartbeatView? view;

    [Inject]
    private HeartbeatReader Heartbeat { get; set; } = default!;

    protected override async Task Load() => view = await Heartbeat.Read(Runs);
}
