using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Matters;
using Workflows.Designer.Shell;
using Workflows.Engine.Clocks;

namespace Workflows.Designer.Clocks;

public sealed partial class DueBadge
{
    [Parameter, EditorRequired]
    public ClockStatus Status { get; set; }

    [Parameter]
    public DateOnly? DueOn { get; set; }

    /// <summary>In the limit's unit; negative once the due day has passed.</summary>
    [Parameter]
    public int DaysLeft { get; set; }

    [Parameter]
    public TimeUnit Unit { get; set; } = TimeUnit.WorkingDays;

    private string Colour => Status switch
    {
        ClockStatus.OnTime or ClockStatus.Met => "badge-green",
        ClockStatus.DueSoon => "badge-amber",
        ClockStatus.Overdue or ClockStatus.MetLate => "badge-red",
        _ => "",
    };

    private string Sign => Status switch
    {
        ClockStatus.OnTime => "schedule",
        ClockStatus.DueSoon => "hourglass_bottom",
        ClockStatus.Overdue or ClockStatus.MetLate => "error",
        ClockStatus.Stopped => "pause_circle",
        ClockStatus.Met => "check_circle",
        _ => "do_not_disturb_on",
    };

    private string Words => Status switch
    {
        ClockStatus.OnTime or ClockStatus.DueSoon when DaysLeft > 0 => Text["Clock.Left", DaysLeft, UnitWord],
        ClockStatus.OnTime or ClockStatus.DueSoon => Text["Clock.DueToday"],
        ClockStatus.Overdue => Text["Clock.Over", -DaysLeft, UnitWord],
        _ => Text.Word(Status),
    };

    private string? Title => DueOn is { } day ? Text["Clock.DueOn", day.Written()].Value : null;

    private string UnitWord => Text.Word(Unit);
}
