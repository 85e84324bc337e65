using Microsoft.AspNetCore.Identity;

namespace Workflows.Engine.Accounts;

/// <summary>An account of the office: a person with posts, in a department or city-wide.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>The name that colleagues and applicants read, e.g. in an opinion.</summary>
    public required string DisplayName { get; set; }

    /// <summary>The department's code; null for city-wide posts.</summary>
    public string? Department { get; set; }
}
