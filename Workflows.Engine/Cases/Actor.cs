namespace Workflows.Engine.Cases;

/// <summary>Who acts: an account of the office, the applicant, or the engine itself.</summary>
/// <param name="Department">The department's code; null for the applicant, the engine and city-wide roles.</param>
/// <param name="Roles">Codes of <see cref="Role"/>.</param>
public sealed record Actor(string AccountId, string Name, string? Department, IReadOnlyList<string> Roles)
{
    /// <summary>The engine acting by law or by definition, e.g. when a time limit has passed.</summary>
    public static readonly Actor Engine = new("engine", "系统", null, [Role.System]);

    /// <summary>The applicant, through the public page.</summary>
    public static readonly Actor Applicant = new("applicant", "申请人", null, [Role.Applicant]);

    public bool Is(string role) => Roles.Contains(role);
}

/// <summary>The posts (岗位) that the engine knows.</summary>
public static class Role
{
    public const string Analyst = "analyst";
    public const string WindowClerk = "window-clerk";
    public const string Officer = "officer";
    public const string DepartmentHead = "department-head";
    public const string Supervisor = "supervisor";
    public const string Administrator = "administrator";
    public const string Applicant = "applicant";
    public const string System = "system";

    /// <summary>The roles that an account can have.</summary>
    public static readonly IReadOnlyList<string> OfAccounts = [Analyst, WindowClerk, Officer, DepartmentHead, Supervisor, Administrator];
}
