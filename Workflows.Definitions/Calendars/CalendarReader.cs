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
        var calendars = new List<WorkingDayCalendar>();
        foreach (var region in files.FoldersIn("calendars"))
        {
            var before = files.Errors.Count;
            var years = ReadYears(files, $"calendars/{region}");
            if (files.Errors.Count == before && !files.Errors.Exists(error => error.Source.StartsWith($"calendars/{region}/", StringComparison.Ordinal)))
            {
                calendars.Add(new WorkingDayCalendar(region, years));
            }
        }

        return new CalendarSet(calendars);
    }

    private static List<CalendarYear> ReadYears(LibraryFiles files, string folder)
    {
        var before = files.Errors.Count;
        var years = files.FilesIn(folder, ".yaml")
            .Select(path => CalendarYearReader.Read(files.Text(path)!, path, files.Errors))
            .OfType<CalendarYear>()
            .ToList();
        RefuseDaysNamedTwice(years, files.Errors);
        if (files.Errors.Count == before)
        {
            RefuseGaps(years, folder, files.Errors);
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
