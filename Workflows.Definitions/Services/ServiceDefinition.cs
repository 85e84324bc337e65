using Workflows.Definitions.Decisions;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Materials;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Services;

/// <summary>A combined service (一件事): one application, several departments' matters, one result desk. One folder of the library.</summary>
public sealed record ServiceDefinition
{
    /// <summary>The folder's name, kebab-case.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? Summary { get; init; }

    /// <summary>牵头部门, by code.</summary>
    public required string LeadDepartment { get; init; }

    /// <summary>The region whose calendar counts, e.g. <c>cn</c>.</summary>
    public string Region { get; init; } = "cn";

    public required TimeLimit Promised { get; init; }

    /// <summary>The periods in which applications are taken, in order; none for a service that is always open.</summary>
    public IReadOnlyList<ApplicationWindow> Windows { get; init; } = [];

    public required IReadOnlyList<ServiceMatter> Matters { get; init; }

    /// <summary>The catalogue entries of all materials that the matters ask for, by code.</summary>
    public IReadOnlyDictionary<string, Material> Materials { get; init; } = new Dictionary<string, Material>();

    /// <summary>The applicant kinds that may apply.</summary>
    public IReadOnlyList<ApplicantKind> Applicants { get; init; } = [];

    /// <summary>The guided questions (情形引导), in the order in which they are asked.</summary>
    public required IReadOnlyList<FormField> Questions { get; init; }

    public required FormDefinition Form { get; init; }

    public required ProcessModel Process { get; init; }

    /// <summary>The file name of the guidance table, <c>guidance.dmn</c>.</summary>
    public required string Guidance { get; init; }

    /// <summary>The guidance table as it was read, or null where a service was put together without one.</summary>
    public DecisionModel? GuidanceModel { get; init; }

    public required int Version { get; init; }

    public required DateOnly EffectiveOn { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The window that is open on a day, or null where none is.</summary>
    public ApplicationWindow? WindowOn(DateOnly day) => Windows.FirstOrDefault(window => day >= window.OpensOn && day <= window.ClosesOn);
}

/// <summary>A period (申请批次) in which applications are taken; those of one window are handled together after it.</summary>
/// <param name="OpensOn">The first day on which an application is taken.</param>
/// <param name="ClosesOn">The last day on which an application is taken.</param>
public sealed record ApplicationWindow(string Name, DateOnly OpensOn, DateOnly ClosesOn);

/// <summary>A matter as a member of a service.</summary>
/// <param name="When">In words for people: when it applies; the rule itself is in the guidance table.</param>
public sealed record ServiceMatter(MatterDefinition Matter, string? When);

/// <summary>Who applies.</summary>
public enum ApplicantKind
{
    /// <summary>自然人</summary>
    Person,

    /// <summary>企业法人</summary>
    Enterprise,

    /// <summary>其他组织 (机关、事业单位、社会组织)</summary>
    Organisation,
}
