using System.Text.Json;
using Shouldly;
using Workflows.Definitions.Calendars;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Calendars;

/// <summary>The library's calendar against independent data: the public holiday lists of 2007 to 2026 and terms computed from them.</summary>
public class CalendarSuiteSpecs
{
    private static readonly WorkingDayCalendar China = LibraryFolder.China;

    [Fact]
    public void Every_term_of_the_suite_is_due_on_its_day()
    {
        var terms = Read("working-days-2026.json").EnumerateArray().ToList();

        terms.Count.ShouldBe(40);
        foreach (var term in terms)
        {
            var accepted = Day(term.GetProperty("accepted"));
            var days = term.GetProperty("workingDays").GetInt32();
            China.AddWorkingDays(accepted, days).ShouldBe(Day(term.GetProperty("due")), $"{days} working days after {accepted:O}");
        }

        Conformance.Tell("calendars", $"{terms.Count} of {terms.Count}");
    }

    [Fact]
    public void Every_day_of_twenty_years_is_working_or_off_as_in_the_suite()
    {
        var listed = Enumerable.Range(2007, 20)
            .SelectMany(year => Read($"{year}.json").GetProperty("days").EnumerateArray())
            .ToDictionary(day => Day(day.GetProperty("date")), day => !day.GetProperty("isOffDay").GetBoolean());

        for (var day = new DateOnly(2007, 1, 1); day.Year <= 2026; day = day.AddDays(1))
        {
            var expected = listed.GetValueOrDefault(day, day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
            China.IsWorkingDay(day).ShouldBe(expected, $"{day:O}");
        }
    }

    private static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Suites.Folder("calendars"), file)));
        return document.RootElement.Clone();
    }

    private static DateOnly Day(JsonElement date) => DateOnly.Parse(date.GetString()!, System.Globalization.CultureInfo.InvariantCulture);
}
