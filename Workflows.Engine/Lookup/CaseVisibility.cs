using Workflows.Engine.Cases;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Lookup;

/// <summary>Who may see which case: the departments that take part in it, and those who oversee all.</summary>
internal static class CaseVisibility
{
    public static IQueryable<CaseRow> VisibleTo(this IQueryable<CaseRow> cases, Actor actor, EngineDb db)
    {
        if (SeesAll(actor))
        {
            return cases;
        }

        return actor.Department is { } department && SeesDepartment(actor)
            ? cases.Where(row => db.CaseDepartments.Any(part => part.CaseId == row.Id && part.Department == department))
            : cases.Where(_ => false);
    }

    private static bool SeesAll(Actor actor) => actor.Is(Role.Supervisor) || actor.Is(Role.Administrator) || actor.Is(Role.System);

    private static bool SeesDepartment(Actor actor) => actor.Is(Role.WindowClerk) || actor.Is(Role.Officer) || actor.Is(Role.DepartmentHead);
}
