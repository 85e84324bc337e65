using Workflows.Definitions.Libraries;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Playing;

/// <summary>The people of a play: in each department one for each post.</summary>
internal static class PlayActors
{
    public static Actor Of(Library library, WorkItem item) => Of(library, item.Department, item.Role);

    /// <summary>The clerk at the window that receives the application.</summary>
    public static Actor Clerk(Library library, DefinitionSet definitions) =>
        Of(library, library.Departments.ContainsKey("service-centre") ? "service-centre" : definitions.Service.LeadDepartment, Role.WindowClerk);

    /// <summary>The short name of a department, or its code where the catalogue does not know it.</summary>
    public static string Department(Library library, string? code) =>
        code is null ? string.Empty : library.Departments.GetValueOrDefault(code)?.ShortName ?? code;

    private static Actor Of(Library library, string department, string role)
    {
        var post = role switch
        {
            Role.WindowClerk => "窗口",
            Role.DepartmentHead => "负责人",
            _ => "经办人",
        };

        return new Actor($"{department}:{role}", Department(library, department) + post, department, [role]);
    }
}
