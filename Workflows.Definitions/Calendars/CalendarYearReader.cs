using System.Globalization;
using Workflows.Definitions.Libraries;

namespace Workflows.Definitions.Calendars;

/// <summary>Reads one year of a region's calendar: <c>calendars/&lt;region&gt;/&lt;year&gt;.yaml</c>.</summary>
internal static class CalendarYearReader
{
    /// <summary>Reads the text; null where it has errors, which are then among <paramref name="errors"/>.</summary>
    /// <param name="follows">True where the region follows another: it may then work on the other's holidays.</param>
    public static CalendarYear? Read(string text, string source, bool follows, ICollection<DefinitionError> errors)
    {
        var name = Path.GetFileNameWithoutExtension(source);
        if (!DateOnly.TryParseExact(name, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            errors.Add(new DefinitionError(source, 0, 0, null, $"Expected a file named after its year, as 2026.yaml, but it is '{name}'."));
            return null;
        }

        var found = new List<DefinitionError>();
        var days = new List<PublishedDay>();
        if (YamlMap.Parse(text, source, found) is { } file)
        {
            var notice = file.Text("notice");
            days.AddRange(file.RequiredMaps("holidays").SelectMany(holiday => Days(holiday, first.Year, notice, follows)));
            file.RefuseOtherKeys();
        }

        found.ForEach(errors.Add);
        return found.Count == 0 ? new CalendarYear(first.Year, source, days) : null;
    }

    private static List<PublishedDay> Days(YamlMap holiday, int year, string yearNotice, bool follows)
    {
        var name = holiday.Text("name");
        var notice = holiday.OptionalText("notice") ?? yearNotice;
        var days = new List<PublishedDay>();
        foreach (var text in holiday.Texts("off"))
        {
            days.AddRange(Interval(holiday, text, year).Select(on => new PublishedDay(on, false, name, notice, text.Line)));
        }

        foreach (var text in holiday.Texts("work"))
        {
            var worked = Interval(holiday, text, year);
            if (!follows && worked.Any(on => on.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
            {
                holiday.Refuse(text, $"Expected make-up days of '{name}' on a Saturday or Sunday, but '{text.Value}' holds another weekday.");
            }

            days.AddRange(worked.Select(on => new PublishedDay(on, true, name, notice, text.Line)));
        }

        foreach (var (key, half) in new[] { ("morning-off", DayHalf.Morning), ("afternoon-off", DayHalf.Afternoon) })
        {
            days.AddRange(holiday.Texts(key).SelectMany(text =>
                Interval(holiday, text, year).Select(on => new PublishedDay(on, true, name, notice, text.Line, half))));
        }

        holiday.RefuseOtherKeys();
        return days;
    }

    /// <summary>The days of <c>2026-02-15/2026-02-23</c>, both ends included, or of a single day.</summary>
    private static List<DateOnly> Interval(YamlMap holiday, YamlText text, int year)
    {
        var ends = text.Value.Split('/');
        if (ends.Length > 2 || !TryDay(ends[0], out var first) || !TryDay(ends[^1], out var last) || last < first)
        {
            holiday.Refuse(text, $"Expected '{text.Path}' to be a day as 2026-01-04 or days as 2026-01-01/2026-01-03, but it is '{text.Value}'.");
            return [];
        }

        // A notice for a year may name the last days of the December before; nothing else of another year.
        if (first < new DateOnly(year, 1, 1).AddMonths(-1) || last.Year > year)
        {
            holiday.Refuse(text, $"Expected days of {year} or of the December before, but found '{text.Value}'.");
            return [];
        }

        return [.. Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Select(DateOnly.FromDayNumber)];
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
