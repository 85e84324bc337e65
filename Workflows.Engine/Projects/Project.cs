using System.Collections.Immutable;
using Workflows.Definitions.Projects;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Projects;

/// <summary>A construction project (工程建设项目): many cases over years. The fold of its own journal; one row of the store.</summary>
/// <remarks>What its cases know (which matter was decided how, whose time was used) is read from them and never kept twice.</remarks>
public sealed record Project
{
    /// <summary>项目代码, which is its id.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>The code of its <see cref="ProjectType"/>.</summary>
    public required string Type { get; init; }

    public required int TypeVersion { get; init; }

    public required InvestmentSource Investment { get; init; }

    /// <summary>建设单位</summary>
    public required Applicant Builder { get; init; }

    public required ProjectScale Scale { get; init; }

    public required ProjectLand Land { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    public ProjectStatus Status { get; init; } = ProjectStatus.Running;

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The cases of its stages, in the order in which they were opened.</summary>
    public ImmutableList<StageCase> Cases { get; init; } = [];

    /// <summary>Departments that lead a stage instead of the one of the type, by stage.</summary>
    public ImmutableSortedDictionary<string, string> Leads { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Matters that were added before their stage was opened.</summary>
    public ImmutableList<AddedMatter> AddedMatters { get; init; } = [];

    /// <summary>Results of regional assessments (区域评估), by the matter that they stand for.</summary>
    public ImmutableSortedDictionary<string, RegionalResult> RegionalResults { get; init; } = ImmutableSortedDictionary<string, RegionalResult>.Empty;

    /// <summary>The department that leads a stage now.</summary>
    public string LeadOf(ProjectStage stage) => Leads.GetValueOrDefault(stage.Code) ?? stage.LeadDepartment;
}

/// <param name="FloorArea">Square metres.</param>
/// <param name="TotalInvestment">万元.</param>
public sealed record ProjectScale(decimal FloorArea, decimal TotalInvestment);

/// <param name="Area">Square metres.</param>
/// <param name="Acquisition">土地获取方式, in words.</param>
/// <param name="WithDesign">土地是否带设计方案: then the second and third stage are one.</param>
public sealed record ProjectLand(decimal Area, string Acquisition, bool WithDesign);

/// <summary>A case that handles a stage.</summary>
/// <param name="Reused">What the project had already and the case took over (一次提交、多次复用).</param>
public sealed record StageCase(string Stage, string CaseId, DateTimeOffset OpenedAt, IReadOnlyList<ReusedMaterial> Reused);

public sealed record AddedMatter(string Stage, string Matter);

/// <summary>A result of a regional assessment that satisfies a matter.</summary>
/// <param name="Unit">区域评估单元编码</param>
public sealed record RegionalResult(string Matter, string Unit, string Name, string Number, DateOnly IssuedOn, DateOnly? ValidUntil);

public enum ProjectStatus
{
    /// <summary>在办</summary>
    Running,

    /// <summary>终止</summary>
    Terminated,
}
