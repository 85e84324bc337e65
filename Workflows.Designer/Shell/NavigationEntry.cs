using System.Security.Claims;
using Workflows.Designer.Inbox;
using Workflows.Engine.Cases;

namespace Workflows.Designer.Shell;

/// <summary>A page in the side navigation.</summary>
/// <param name="TextKey">The key of its name in the texts.</param>
/// <param name="Icon">A name of the Material Symbols font.</param>
/// <param name="Roles">The roles that work with the page; empty for everybody who is signed in.</param>
internal sealed record NavigationEntry(string Path, string TextKey, string Icon, params string[] Roles)
{
    /// <summary>All of them, in the order of a day's work.</summary>
    public static IReadOnlyList<NavigationEntry> All { get; } =
    [
        new("/intake", "Navigation.Intake", "note_add", Role.WindowClerk),
        new(InboxCount.Path, "Navigation.Inbox", "inbox", Role.WindowClerk, Role.Officer, Role.DepartmentHead),
        new("/supervision", "Navigation.Supervision", "monitoring", Role.Supervisor, Role.Administrator, Role.DepartmentHead),
        new("/supervision/alerts", "Navigation.Alerts", "notifications_active", Role.WindowClerk, Role.Officer),
        new("/hand-over", "Navigation.HandOver", "move_up", Role.DepartmentHead, Role.Administrator),
        new("/modelling", "Navigation.Modelling", "schema", Role.Analyst, Role.Administrator),
        new("/cases", "Navigation.Cases", "folder_open", Role.WindowClerk, Role.Officer, Role.DepartmentHead, Role.Supervisor, Role.Administrator),
        new("/projects", "Navigation.Projects", "domain", Role.WindowClerk, Role.Officer, Role.DepartmentHead, Role.Supervisor, Role.Administrator),
        new("/incidents", "Navigation.Incidents", "report", Role.Administrator),
    ];

    /// <summary>The entries that this user works with; the first is where the user arrives after signing in.</summary>
    public static IEnumerable<NavigationEntry> For(ClaimsPrincipal user) =>
        All.Where(entry => entry.Roles.Length == 0 || entry.Roles.Any(user.IsInRole));
}
