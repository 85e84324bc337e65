using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Workflows.Designer.Shell;

/// <summary>The words of the screens for values of the engine, and the shapes of days and instants.</summary>
internal static class Wording
{
    private static readonly TimeZoneInfo China = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The word for a value of a closed set, e.g. <c>MatterState.InHandling</c>.</summary>
    public static string Word<T>(this IStringLocalizer text, T value)
        where T : struct, Enum => text[$"{typeof(T).Name}.{value}"];

    /// <summary>The word for a code in kebab-case, e.g. <c>Role.window-clerk</c>; a code without a word stands for itself.</summary>
    public static string Word(this IStringLocalizer text, string set, string code) =>
        text[$"{set}.{code}"] is { ResourceNotFound: false } word ? word : code;

    /// <summary>A day as offices write it: 2026-03-05.</summary>
    public static string Written(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant to the minute, in the region's time.</summary>
    public static string Written(this DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, China).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A file's size as people say it.</summary>
    public static string WrittenSize(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => (bytes / 1024m).ToString("0", CultureInfo.InvariantCulture) + " KB",
        _ => (bytes / 1024m / 1024m).ToString("0.0", CultureInfo.InvariantCulture) + " MB",
    };
}
