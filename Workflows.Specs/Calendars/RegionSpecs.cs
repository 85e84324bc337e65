using Shouldly;
using Workflows.Definitions;
using Workflows.Definitions.Calendars;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Calendars;

/// <summary>Regions and departments that differ from the country in a few days or in their hours.</summary>
public class RegionSpecs
{
    [Fact]
    public void A_region_names_only_the_days_in_which_it_differs()
    {
        using var library = Country()
            .With("calendars/city/region.yaml", "follows: cn")
            .With("calendars/city/2026.yaml", "{ notice: n, holidays: [{ name: 城市节, off: [2026-03-03] }] }");

        var calendars = Read(library, out var errors);

        errors.ShouldBeEmpty();
        calendars["city"].Kind(new DateOnly(2026, 3, 3)).Text.ShouldBe("城市节");
        calendars["city"].Kind(new DateOnly(2026, 1, 1)).Text.ShouldBe("元旦");
        calendars["city"].AddWorkingDays(new DateOnly(2026, 3, 2), 1).ShouldBe(new DateOnly(2026, 3, 4));
        calendars["cn"].AddWorkingDays(new DateOnly(2026, 3, 2), 1).ShouldBe(new DateOnly(2026, 3, 3));
    }

    [Fact]
    public void A_region_may_work_on_a_day_on_which_the_country_does_not()
    {
        using var library = Country()
            .With("calendars/city/region.yaml", "follows: cn")
            .With("calendars/city/2026.yaml", "{ notice: n, holidays: [{ name: 窗口值班, work: [2026-01-02] }] }");

        Read(library, out _)["city"].IsWorkingDay(new DateOnly(2026, 1, 2)).ShouldBeTrue();
    }

    [Fact]
    public void A_department_may_have_a_calendar_of_its_own()
    {
        using var library = Country()
            .With("calendars/cn-fire/region.yaml", "{ follows: cn, department: fire-rescue, working-hours: { morning: 08:00-12:00, afternoon: 14:00-18:00 } }");

        var calendars = Read(library, out var errors);

        errors.ShouldBeEmpty();
        calendars.Of("cn", "fire-rescue").Region.ShouldBe("cn-fire");
        calendars.Of("cn", "fire-rescue").Time.Hours.AfternoonEnd.ShouldBe(new TimeOnly(18, 0));
        calendars.Of("cn", "market-regulation").ShouldBeSameAs(calendars["cn"]);
        calendars.Of("cn", null).ShouldBeSameAs(calendars["cn"]);
    }

    [Fact]
    public void On_a_half_day_off_the_other_half_counts_and_the_day_is_a_working_day()
    {
        using var library = Country("    afternoon-off: [2026-03-09]");

        var calendar = Read(library, out var errors)["cn"];

        errors.ShouldBeEmpty();
        calendar.Kind(new DateOnly(2026, 3, 9)).Text.ShouldBe("下午放假（元旦）");
        calendar.AddWorkingDays(new DateOnly(2026, 3, 6), 1).ShouldBe(new DateOnly(2026, 3, 9));
        calendar.Time.AddHalfDays(Days.At("2026-03-06", 15), 2).ShouldBe(Days.At("2026-03-10", 12));
        calendar.Time.Add(Days.At("2026-03-09", 9), TimeSpan.FromHours(4)).ShouldBe(Days.At("2026-03-10", 10));
    }

    [Theory]
    [InlineData("follows: nowhere", "calendars/city/region.yaml(0,0): Expected 'city' to follow a region with a calendar, but there is none for 'nowhere'.")]
    [InlineData("follows: city", "calendars/city/region.yaml(0,0): Expected 'city' to follow a region with a calendar, but there is none for 'city'.")]
    [InlineData("department: fire-rescue", "calendars/city/region.yaml(1,13): Expected the calendar of department 'fire-rescue' to follow that of its region, but 'follows' is missing.")]
    [InlineData("{ follows: cn, working-hours: { morning: 09:00-12:00, afternoon: 11:00-17:00 } }", "calendars/city/region.yaml(1,42): Expected a morning and a later afternoon as 09:00-12:00 and 13:30-17:30, but they are '09:00-12:00' and '11:00-17:00'.")]
    [InlineData("{ follows: cn, working-hours: { morning: nine, afternoon: 13:30-17:30 } }", "calendars/city/region.yaml(1,42): Expected a morning and a later afternoon as 09:00-12:00 and 13:30-17:30, but they are 'nine' and '13:30-17:30'.")]
    public void A_wrong_region_is_left_out_and_names_the_place(string region, string error)
    {
        using var library = Country().With("calendars/city/region.yaml", region);

        Read(library, out var errors).Regions.ShouldBe(["cn"]);

        errors.ShouldHaveSingleItem().ToString().ShouldBe(error);
    }

    [Fact]
    public void A_year_that_the_followed_region_does_not_cover_is_refused()
    {
        using var library = Country()
            .With("calendars/city/region.yaml", "follows: cn")
            .With("calendars/city/2027.yaml", "{ notice: n, holidays: [{ name: 城市节, off: [2027-03-03] }] }");

        Read(library, out var errors).Regions.ShouldBe(["cn"]);

        errors.ShouldHaveSingleItem().Message.ShouldBe("Expected a year that 'cn' covers, but its notices are for 2026 to 2026.");
    }

    private static TemporaryLibrary Country(string more = "") => new TemporaryLibrary().With(
        "calendars/cn/2026.yaml",
        $"""
        notice: https://example.org/2026
        holidays:
          - name: 元旦
            off: [2026-01-01/2026-01-03]
            work: [2026-01-04]
        {more}
        """);

    private static CalendarSet Read(TemporaryLibrary library, out List<DefinitionError> errors)
    {
        errors = [];
        return CalendarReader.Read(library.Folder, errors);
    }
}
