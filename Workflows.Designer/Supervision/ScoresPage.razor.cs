using System.Globalization;
using Microsoft.AspNetCore.Components;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Supervision.Scores;

namespace Workflows.Designer.Supervision;

public sealed partial class ScoresPage
{
    private MonthInBook? month;
    private Rejected? refusal;
    private DateOnly today;

    [SupplyParameterFromQuery(Name = "month")]
    private string? Wanted { get; set; }

    [Inject]
    private ScoreBook Scores { get; set; } = default!;

    [Inject]
    private DefinitionStore Definitions { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private DateOnly First => DateOnly.TryParseExact(Wanted + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        ? first
        : new DateOnly(Math.Max(1, today.Year), Math.Max(1, today.Month), 1);

    protected override async Task Load()
    {
        today = RegionDay.Of(Time.GetUtcNow(), await Definitions.Calendar());
        month = (await Scores.Read(First)).SeenBy(Actor);
    }

    private static string Address(DateOnly first) => $"/supervision/scores?month={first.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    private async Task Close()
    {
        refusal = await Scores.Close(First, Actor);
        await Load();
    }
}
