using Shouldly;
using Workflows.Definitions.Calendars;
using Xunit;

namespace Workflows.Specs.Calendars;

public class WorkingDayCalendarSpecs
{
    [Fact]
    public void Saturdays_are_days_off() => new WorkingDayCalendar().IsWorkingDay(new DateOnly(2026, 11, 21)).ShouldBeFalse();
}
