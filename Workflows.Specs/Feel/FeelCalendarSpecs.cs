using Shouldly;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Feel;
using Xunit;

namespace Workflows.Specs.Feel;

public class FeelCalendarSpecs
{
    /// <summary>New Year's Day off, the Sunday after it made up.</summary>
    private static readonly WorkingDayCalendar Calendar = new("test", [new CalendarYear(2026, "2026.yaml",
    [
        new PublishedDay(new DateOnly(2026, 1, 1), false, "元旦", "", 1),
        new PublishedDay(new DateOnly(2026, 1, 4), true, "元旦", "", 2),
    ])]);

    private static readonly FeelContext Scope = FeelContext.Empty
        .With(FeelCalendar.Name, FeelCalendar.Of(Calendar))
        .With("accepted on", new FeelDate(2026, 1, 2));

    [Theory]
    [InlineData("calendar.add working days(accepted on, 1) = @\"2026-01-04\"")]
    [InlineData("calendar.add working days(date: accepted on, days: 2) = @\"2026-01-05\"")]
    [InlineData("calendar.count working days(accepted on, @\"2026-01-05\") = 2")]
    [InlineData("calendar.is working day(@\"2026-01-04\") and not(calendar.is working day(@\"2026-01-01\"))")]
    [InlineData("calendar.natural due(accepted on, 1) = @\"2026-01-04\"")]
    [InlineData("calendar.is working day(@\"2026-01-04T17:00:00Z\")")]
    public void Expressions_count_working_days(string condition)
    {
        var result = FeelExpression.Parse(condition).Evaluate(Scope);

        result.Warnings.ShouldBeEmpty();
        result.IsTrue.ShouldBeTrue();
    }

    [Theory]
    [InlineData("calendar.add working days(accepted on, -1)", "Expected a whole number of days of at least 0, but found -1.")]
    [InlineData("calendar.add working days(accepted on, 1.5)", "Expected a whole number of days of at least 0, but found 1.5.")]
    [InlineData("calendar.is working day(@\"1990-01-01\")", "1990-01-01")]
    [InlineData("calendar.is working day(\"today\")", "Expected a date of the years 1 to 9999, but found \"today\".")]
    [InlineData("calendar.add working days(accepted on)", "Expected add working days(date: Any, days: number)")]
    public void What_the_calendar_does_not_know_is_null(string expression, string warning)
    {
        var result = FeelExpression.Parse(expression).Evaluate(Scope);

        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings.ShouldHaveSingleItem().ShouldContain(warning);
    }
}
