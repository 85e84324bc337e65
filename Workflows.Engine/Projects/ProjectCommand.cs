using Workflows.Definitions.Projects;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Projects;

/// <summary>Something that somebody asks of one project. Accepted or refused whole.</summary>
public abstract record ProjectCommand;

/// <summary>Begins a project by its code; without one there is no acceptance.</summary>
/// <param name="Type">The code of a <see cref="ProjectType"/>.</param>
public sealed record RegisterProject(string Name, string Type, InvestmentSource Investment, Applicant Builder, ProjectScale Scale, ProjectLand Land) : ProjectCommand;

/// <summary>Opens a stage with the case that handles it.</summary>
/// <param name="Matters">The matters that the answers lead to.</param>
public sealed record OpenStage(string Stage, string CaseId, IReadOnlyList<string> Matters, IReadOnlyList<ReusedMaterial> Reused) : ProjectCommand;

/// <summary>The engine's own report that the application of a stage was refused.</summary>
public sealed record DropStage(string CaseId, string Reason) : ProjectCommand;

/// <summary>Adds a matter to a stage that has not been opened yet.</summary>
public sealed record AddMatter(string Stage, string Matter) : ProjectCommand;

/// <summary>Lets another department lead a stage, as where the one before was abolished.</summary>
/// <param name="Basis">The document that orders it.</param>
public sealed record ReplaceLead(string Stage, string Department, string Basis) : ProjectCommand;

/// <summary>Records a result of a regional assessment.</summary>
public sealed record RecordRegionalResult(RegionalResult Result) : ProjectCommand;

public sealed record TerminateProject(string Reason) : ProjectCommand;
