using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Supervision.Board;
using Workflows.Engine.Supervision.Heartbeat;

namespace Workflows.Designer.Supervision;

public sealed partial class BoardPage
{
    private IReadOnlyList<BoardRow>? rows;
    private HeartbeatView? heartbeat;

    [Inject]
    private BoardReader Board { get; set; } = default!;

    [Inject]
    private HeartbeatReader Heartbeat { get; set; } = default!;

    protected override async Task Load()
    {
        rows = await Board.Read(Actor);
        heartbeat = await Heartbeat.Read(1);
    }

    private static string Address(BoardRow row, AlertLevel? level) =>
        $"/supervision/departments/{row.Department}" + (level is null ? "" : $"?level={level}");
}
