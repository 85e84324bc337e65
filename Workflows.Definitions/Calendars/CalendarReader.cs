using Workflows.Definitions.Libraries;

namespace Workflows.Definitions.Calendars;

/// <summary>Reads the calendars of a library: one folder a region, one file a year.</summary>
public static class CalendarReader
{
    /// <summary>Reads <c>calendars/</c> in the library's <paramref name="folder"/>.</summary>
    /// <remarks>A region with an error in any of its years is left out whole: a calendar without one of its holidays counts wrongly without a sign.</remarks>
    public static CalendarSet Read(string folder, ICollection<DefinitionError> errors)
    {
        var files = LibraryFiles.Of(folder);
        var calendars = Read(files);
        files.Errors.ForEach(errors.Add);
        return calendars;
    }

    internal static CalendarSet Read(LibraryFiles files)
    {
        var calendars = new Dictionary<string, WorkingDayCalendar>(StringComparer.Ordinal);
        var regions = files.FoldersIn("calendars").Select(region => RegionReader.Read(files, region)).OfType<Region>().ToList();
        while (regions.FindIndex(region => region.Follows is null || calendars.ContainsKey(region.Follows)) is var index and >= 0)
        {
            if (ReadOne(files, regions[index], calendars) is { } calendar)
            {
                calendars.Add(calendar.Region, calendar);
            }

            regions.RemoveAt(index);
        }

        files.Errors.AddRange(regions.Select(region => new DefinitionError(
            RegionReader.Source(region.Name), 0, 0, "follows", $"Expected '{region.Name}' to follow a region with a calendar, but there is none for '{region.Follows}'.")));
        return new CalendarSet(calendars.Values);
    }

    private static WorkingDayCalendar? ReadOne(LibraryFiles files, Region region, Dictionary<string, WorkingDayCalendar> known)
    {
        var before = files.Errors.Count;
        var followed = region.Follows is { } name ? known[name] : null;
        var years = ReadYears(files, region, followed);
        return files.Errors.Count > before || files.Errors.Exists(error => error.Source.StartsWith($"calendars/{region.Name}/", StringComparison.Ordinal)) ? null
            : followed is null ? new WorkingDayCalendar(region.Name, years, region.Hours)
            : WorkingDayCalendar.Following(region.Name, followed, region.Department, years, region.Hours);
    }

    private static List<CalendarYear> ReadYears(LibraryFiles files, Region region, WorkingDayCalendar? followed)
    {
        var before = files.Errors.Count;
        var folder = $"calendars/{region.Name}";
        var years = files.FilesIn(folder, ".yaml")
            .Where(path => path != RegionReader.Source(region.Name))
            .Select(path => CalendarYearReader.Read(files.Text(path)!, path, followed is not null, files.Errors))
            .OfType<CalendarYear>()
            .ToList();
        RefuseDaysNamedTwice(years, files.Errors);
        if (followed is not null)
        {
            RefuseYearsBeyond(years, followed, files.Errors);
        }
        else if (files.Errors.Count == before)
        {
            RefuseGaps(years, folder, files.Errors);
        }

        return years;
    }

    private static void RefuseYearsBeyond(List<CalendarYear> years, WorkingDayCalendar followed, List<DefinitionError> errors)
    {
        foreach (var year in years.Where(year => year.Year < followed.FirstDay.Year || year.Year > followed.CoveredUntil.Year))
        {
            errors.Add(new DefinitionError(year.Source, 0, 0, null, $"Expected a year that '{followed.Region}' covers, but its notices are for {followed.FirstDay.Year} to {followed.CoveredUntil.Year}."));
        }
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
