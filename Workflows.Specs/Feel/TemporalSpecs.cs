using Shouldly;
using Workflows.Definitions.Feel;
using Xunit;

namespace Workflows.Specs.Feel;

public class TemporalSpecs
{
    [Theory]
    [InlineData("@\"2026-01-31\" + @\"P1M\"", "@\"2026-02-28\"")]
    [InlineData("@\"2026-02-13\" - @\"2026-02-01\"", "@\"P12D\"")]
    [InlineData("@\"2026-02-13\" + @\"P20D\"", "@\"2026-03-05\"")]
    [InlineData("@\"2026-02-13T23:30:00\" + @\"PT1H\"", "@\"2026-02-14T00:30:00\"")]
    [InlineData("@\"23:30:00\" + @\"PT1H\"", "@\"00:30:00\"")]
    [InlineData("@\"2021-03-28T01:30:00@Europe/Paris\" + @\"PT1H\"", "@\"2021-03-28T03:30:00@Europe/Paris\"")]
    [InlineData("@\"PT36H\" / 2", "@\"PT18H\"")]
    [InlineData("@\"P1Y\" / @\"P3M\"", "4")]
    [InlineData("date(\"2026-02-13\") = date(2026, 2, 13)", "true")]
    [InlineData("date(date and time(\"2026-02-13T09:30:00\"))", "@\"2026-02-13\"")]
    [InlineData("time(9, 30, 0, @\"PT8H\")", "@\"09:30:00+08:00\"")]
    [InlineData("date and time(@\"2026-02-13\", @\"09:30:00\")", "@\"2026-02-13T09:30:00\"")]
    [InlineData("date and time(2026, 2, 13, 9, 30, 0, \"Asia/Shanghai\")", "@\"2026-02-13T09:30:00@Asia/Shanghai\"")]
    [InlineData("date and time(2026, 2, 13, 9, 30, 0)", "@\"2026-02-13T09:30:00\"")]
    [InlineData("duration(\"P1DT2H\").hours", "2")]
    [InlineData("@\"P1Y2M\".months", "2")]
    [InlineData("@\"2026-02-13\".weekday", "5")]
    [InlineData("@\"2026-02-13T09:30:00+08:00\".time offset", "@\"PT8H\"")]
    [InlineData("@\"2026-02-13T09:30:00@Asia/Shanghai\".timezone", "\"Asia/Shanghai\"")]
    [InlineData("years and months duration(@\"2024-03-31\", @\"2026-02-13\")", "@\"P1Y10M\"")]
    [InlineData("years and months duration(@\"2026-02-13\", @\"2024-03-31\")", "@\"-P1Y10M\"")]
    [InlineData("day of year(@\"2026-02-13\")", "44")]
    [InlineData("day of week(@\"2026-02-13\")", "\"Friday\"")]
    [InlineData("month of year(@\"2026-02-13\")", "\"February\"")]
    [InlineData("week of year(@\"2027-01-01\")", "53")]
    [InlineData("now()", "@\"2026-02-13T09:30:00+08:00\"")]
    [InlineData("today() = accepted on", "true")]
    [InlineData("@\"2026-02-13T09:30:00+08:00\" = @\"2026-02-13T01:30:00Z\"", "true")]
    [InlineData("is(@\"2026-02-13T09:30:00+08:00\", @\"2026-02-13T01:30:00Z\")", "false")]
    [InlineData("@\"2026-02-13\" in [@\"2026-01-01\"..@\"2026-12-31\"]", "true")]
    public void Time_is_calculated(string expression, string expected) => FeelCase.ShouldBe(expression, expected);

    [Theory]
    [InlineData("@\"2026-02-30\"", "Expected a date, time or duration after '@', but found '2026-02-30'.")]
    [InlineData("date(2026, 2, 30)", "Expected a date that exists, but found year 2026, month 2, day 30.")]
    [InlineData("@\"09:30:00@/dev/zero\"", "Expected a date, time or duration after '@'")]
    [InlineData("date and time(2026, 2, 13, 9, 30, 0, \"../zero\")", "Expected the name of a time zone, but found \"../zero\".")]
    [InlineData("time(25, 0, 0)", "Expected a time of day")]
    [InlineData("duration(\"1D\")", "Expected a duration, but found \"1D\".")]
    [InlineData("@\"2026-02-13T09:30:00\" - @\"2026-02-13T09:30:00Z\"", "Expected values that - can take")]
    [InlineData("@\"999999999-12-31\" + @\"P1D\"", "Expected values that + can take")]
    [InlineData("@\"P300000Y\" * 99999999", "Expected values that * can take")]
    [InlineData("@\"2026-02-13\" + @\"2026-02-13\"", "Expected values that + can take, but found date 2026-02-13 and date 2026-02-13.")]
    public void What_has_no_meaning_is_null(string expression, string warning) => FeelCase.ShouldFail(expression, warning);

    [Fact]
    public void Without_being_told_the_present_there_is_none()
    {
        var result = FeelExpression.Parse("today()").Evaluate(FeelContext.Empty);

        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings.ShouldBe(["Expected to be told the present instant, but the evaluation was not."]);
    }

    [Fact]
    public void Every_day_of_four_centuries_has_its_number_and_weekday()
    {
        for (var day = new DateOnly(1899, 1, 1); day < new DateOnly(2301, 1, 1); day = day.AddDays(1))
        {
            var date = FeelDate.Of(day);

            date.DayNumber.ShouldBe(day.DayNumber - new DateOnly(1970, 1, 1).DayNumber);
            FeelDate.OfDayNumber(date.DayNumber).ShouldBe(date);
            date.Weekday.ShouldBe(day.DayOfWeek is DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek);
        }
    }
}
