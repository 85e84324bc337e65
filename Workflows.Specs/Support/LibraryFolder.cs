using Workflows.Definitions;
using Workflows.Definitions.Calendars;

namespace Workflows.Specs.Support;

/// <summary>The built-in library, as it is delivered beside the program.</summary>
public static class LibraryFolder
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "Library");

    /// <summary>The calendar of mainland China.</summary>
    public static WorkingDayCalendar China { get; } = ReadChina();

    /// <summary>A copy that a test may alter.</summary>
    public static TemporaryLibrary Copy()
    {
        var copy = new TemporaryLibrary();
        foreach (var file in Directory.GetFiles(Path, "*", SearchOption.AllDirectories))
        {
            copy.With(System.IO.Path.GetRelativePath(Path, file), File.ReadAllText(file));
        }

        return copy;
    }

    private static WorkingDayCalendar ReadChina()
    {
        var errors = new List<DefinitionError>();
        var calendars = CalendarReader.Read(Path, errors);
        return errors.Count == 0 ? calendars["cn"] : throw new DefinitionException(errors);
    }
}
