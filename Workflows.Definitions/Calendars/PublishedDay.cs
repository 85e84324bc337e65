namespace Workflows.Definitions.Calendars;

/// <summary>A day that a notice names: off, half off, or a Saturday or Sunday on which people work (调休上班).</summary>
/// <param name="IsWorking">True for a day on which people work, if only one half of it.</param>
/// <param name="Holiday">The holiday's name in the notice, e.g. 春节.</param>
/// <param name="Notice">The address of the notice.</param>
/// <param name="Line">Line in the calendar file, 1-based.</param>
/// <param name="Off">The half that is off, or null.</param>
public sealed record PublishedDay(DateOnly On, bool IsWorking, string Holiday, string Notice, int Line, DayHalf? Off = null);

/// <summary>What the notices for one year say. One file of the library.</summary>
/// <param name="Source">The file, relative to its library.</param>
/// <param name="Days">In the order of the file; days at the end of the December before may be among them.</param>
public sealed record CalendarYear(int Year, string Source, IReadOnlyList<PublishedDay> Days);
