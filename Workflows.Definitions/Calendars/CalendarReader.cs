using Workflows.Definitions.Libraries;

namespace Workflows.Definitions.Calendars;

/// <summary>Reads the calendars of a library: one folder a region, one file a year.</summary>
public static class CalendarReader
{
    /// <summary>Reads <c>calendars/</c> in the library's <paramref name="folder"/>.</summary>
    /// <remarks>A region with an error in any of its years is left out whole: a calendar without one of its holidays counts wrongly without a sign.</remarks>
    public static CalendarSet Read(string folder, ICollection<DefinitionError> errors)
    {
        var calendars = new List<WorkingDayCalendar>();
        var top = Path.Combine(folder, "calendars");
        var regions = Directory.Exists(top) ? Directory.GetDirectories(top) : [];
        foreach (var regionFolder in regions.Order(StringComparer.Ordinal))
        {
            var region = Path.GetFileName(regionFolder);
            var found = new List<DefinitionError>();
            var years = ReadYears(regionFolder, region, found);
            if (found.Count == 0)
            {
                calendars.Add(new WorkingDayCalendar(region, years));
            }

            found.ForEach(errors.Add);
        }

        return new CalendarSet(calendars);
    }

    private static List<CalendarYear> ReadYears(string folder, string region, List<DefinitionError> errors)
    {
        var years = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => CalendarYearReader.Read(File.ReadAllText(file), $"calendars/{region}/{Path.GetFileName(file)}", errors))
            .OfType<CalendarYear>()
            .ToList();
        RefuseDaysNamedTwice(years, errors);
        if (errors.Count == 0)
        {
            RefuseGaps(years, $"calendars/{region}", errors);
        }

        return years;
    }

    private static void RefuseDaysNamedTwice(List<CalendarYear> years, List<DefinitionError> errors)
    {
        var known = new Dictionary<DateOnly, (PublishedDay Day, string Source)>();
        foreach (var (year, day) in years.SelectMany(year => year.Days.Select(day => (year, day))))
        {
            if (!known.TryAdd(day.On, (day, year.Source)))
            {
                var (other, source) = known[day.On];
                errors.Add(new DefinitionError(year.Source, day.Line, 1, "holidays", $"Expected each day once, but {day.On:O} is {Word(day)} here and {Word(other)} in {source}({other.Line})."));
            }
        }
    }

    private static void RefuseGaps(List<CalendarYear> years, string folder, List<DefinitionError> errors)
    {
        if (years.Count == 0)
        {
            errors.Add(new DefinitionError(folder, 0, 0, null, "Expected at least one year, but the folder holds none."));
            return;
        }

        var first = years[0].Year;
        var missing = Enumerable.Range(first, years[^1].Year - first + 1).Except(years.Select(year => year.Year)).ToList();
        if (missing.Count > 0)
        {
            errors.Add(new DefinitionError(folder, 0, 0, null, $"Expected every year from {first} to {years[^1].Year}, but there is no file for {string.Join(", ", missing)}."));
        }
    }

    private static string Word(PublishedDay day) => $"{(day.IsWorking ? "a working day" : "a day off")} of '{day.Holiday}'";
}
