using System.Globalization;
using Workflows.Definitions.Libraries;

namespace Workflows.Definitions.Calendars;

/// <summary>What <c>calendars/&lt;region&gt;/region.yaml</c> says of a region; a region without that file stands for itself.</summary>
/// <param name="Follows">The region whose days hold where this one names none, or null.</param>
/// <param name="Department">The department whose own calendar it is, or null.</param>
/// <param name="Hours">The working hours, or null where it has none of its own.</param>
internal sealed record Region(string Name, string? Follows, string? Department, WorkingHours? Hours);

internal static class RegionReader
{
    public static string Source(string region) => $"calendars/{region}/region.yaml";

    /// <summary>Reads the region; null where its file has errors, which are then among those of <paramref name="files"/>.</summary>
    public static Region? Read(LibraryFiles files, string name)
    {
        if (!files.FilesIn($"calendars/{name}", ".yaml").Contains(Source(name)))
        {
            return new Region(name, null, null, null);
        }

        var before = files.Errors.Count;
        if (files.Yaml(Source(name)) is not { } file)
        {
            return null;
        }

        var region = new Region(name, file.OptionalText("follows"), file.OptionalText("department"), Hours(file));
        file.RefuseOtherKeys();
        if (region.Department is not null && region.Follows is null)
        {
            file.Refuse("department", $"Expected the calendar of department '{region.Department}' to follow that of its region, but 'follows' is missing.");
        }

        return files.Errors.Count == before ? region : null;
    }

    private static WorkingHours? Hours(YamlMap file)
    {
        if (file.OptionalMap("working-hours") is not { } map)
        {
            return null;
        }

        var (morning, afternoon) = (map.Text("morning"), map.Text("afternoon"));
        map.RefuseOtherKeys();
        if (Part(morning) is { } first && Part(afternoon) is { } second
            && new WorkingHours(first.Start, first.End, second.Start, second.End) is { IsInOrder: true } hours)
        {
            return hours;
        }

        map.Refuse("morning", $"Expected a morning and a later afternoon as 09:00-12:00 and 13:30-17:30, but they are '{morning}' and '{afternoon}'.");
        return null;
    }

    private static (TimeOnly Start, TimeOnly End)? Part(string text) =>
        text.Split('-') is [var from, var until] && TryTime(from, out var start) && TryTime(until, out var end) ? (start, end) : null;

    private static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
