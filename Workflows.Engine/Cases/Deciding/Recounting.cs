using Workflows.Engine.Clocks;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>A new calendar: which due days have moved. The clocks themselves hold no date that could be wrong.</summary>
internal static class Recounting
{
    public static Rejected? Recount(Burst burst, RecountClocks command)
    {
        foreach (var told in command.Told)
        {
            // A stopped clock has no due day yet.
            if (burst.Case.Clocks.GetValueOrDefault(told.ClockId) is { IsRunning: true, IsStopped: false } clock
                && ClockReading.Of(clock, burst.Definitions.CalendarOf(clock), burst.Now).DueOn is var due
                && due != told.DueOn)
            {
                burst.Emit(new ClockRecounted(clock.Id, told.DueOn, due, command.Calendar, command.Reason));
            }
        }

        return null;
    }
}
