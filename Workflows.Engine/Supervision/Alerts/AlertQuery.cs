using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Supervision.Alerts;

/// <summary>Which alerts are looked for; what is null does not matter.</summary>
/// <param name="Text">The beginning of a case number, or a part of the alert's or the officer's name.</param>
/// <param name="OpenOnly">Only those for which something is still to come.</param>
/// <param name="Mine">Only those that the actor is in charge of, or that are nobody's in the actor's department.</param>
public sealed record AlertQuery(
    string? Text = null,
    SupervisionFamily? Family = null,
    AlertLevel? Level = null,
    AlertState? State = null,
    string? Department = null,
    string? CaseId = null,
    string? RuleId = null,
    bool OpenOnly = false,
    bool Mine = false)
{
    internal IQueryable<AlertRow> Of(EngineDb db, Actor actor)
    {
        var found = Visible(db.Alerts, actor);
        if (!string.IsNullOrWhiteSpace(Text))
        {
            var text = Text.Trim();
            found = found.Where(row => row.CaseNumber!.StartsWith(text) || row.Name.Contains(text) || row.OfficerName!.Contains(text));
        }

        found = Family is { } family ? found.Where(row => row.Family == family) : found;
        found = Level is { } level ? found.Where(row => row.Level == level) : found;
        found = State is { } state ? found.Where(row => row.State == state) : found;
        found = Department is { } department ? found.Where(row => row.Department == department) : found;
        found = CaseId is { } caseId ? found.Where(row => row.CaseId == caseId) : found;
        found = RuleId is { } rule ? found.Where(row => row.RuleId == rule) : found;
        found = Mine ? found.Where(row => row.Department == actor.Department && (row.OfficerId == actor.AccountId || row.OfficerId == null)) : found;
        return OpenOnly ? found.Where(row => row.IsOpen) : found;
    }

    /// <summary>What <see cref="AlertDecider.IsVisible"/> says, as a query.</summary>
    private static IQueryable<AlertRow> Visible(IQueryable<AlertRow> alerts, Actor actor)
    {
        if (actor.Is(Role.Supervisor) || actor.Is(Role.Administrator) || actor.Is(Role.System))
        {
            return alerts;
        }

        var own = alerts.Where(row => row.IssuedAt != null && row.Department == actor.Department && actor.Department != null);
        if (actor.Is(Role.DepartmentHead))
        {
            return own;
        }

        return actor.Is(Role.Officer) || actor.Is(Role.WindowClerk)
            ? own.Where(row => row.OfficerId == null || row.OfficerId == actor.AccountId)
            : own.Where(row => row.OfficerId == actor.AccountId);
    }
}
