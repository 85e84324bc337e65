using Workflows.Definitions.Calendars;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Lookup;

/// <summary>What cases are looked for; what is null does not matter.</summary>
/// <param name="Text">The beginning of a case number, a part of the applicant's name, or the applicant's whole id number.</param>
/// <param name="ReceivedFrom">The first day of receipt, in the region.</param>
/// <param name="ReceivedUntil">The last day of receipt, in the region.</param>
/// <param name="OverdueOnly">Only running cases of which a clock is past its due day.</param>
public sealed record CaseSearch(
    string? Text = null,
    CaseStatus? Status = null,
    string? ServiceCode = null,
    DateOnly? ReceivedFrom = null,
    DateOnly? ReceivedUntil = null,
    bool OverdueOnly = false)
{
    internal IQueryable<CaseRow> Of(IQueryable<CaseRow> cases, WorkingDayCalendar calendar, DateOnly today)
    {
        if (!string.IsNullOrWhiteSpace(Text))
        {
            var text = Text.Trim();
            cases = cases.Where(row => row.Number.StartsWith(text) || row.ApplicantName.Contains(text) || row.ApplicantIdNumber == text);
        }

        if (Status is { } status)
        {
            cases = cases.Where(row => row.Status == status);
        }

        if (ServiceCode is { } service)
        {
            cases = cases.Where(row => row.ServiceCode == service);
        }

        if (ReceivedFrom is { } first)
        {
            var from = RegionDay.Start(first, calendar);
            cases = cases.Where(row => row.ReceivedAt >= from);
        }

        if (ReceivedUntil is { } last)
        {
            var until = RegionDay.Start(last.AddDays(1), calendar);
            cases = cases.Where(row => row.ReceivedAt < until);
        }

        return OverdueOnly ? cases.Where(row => row.Status == CaseStatus.Running && row.DueOn < today) : cases;
    }
}

/// <summary>One case in a list.</summary>
/// <param name="Due">The clock that is due first; null where none runs.</param>
public sealed record CaseListRow(
    string CaseId,
    string Number,
    string ServiceCode,
    string ServiceName,
    CaseStatus Status,
    string ApplicantName,
    string Channel,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? EndedAt,
    Due? Due);
