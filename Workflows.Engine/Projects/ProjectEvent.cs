using System.Text.Json.Serialization;

namespace Workflows.Engine.Projects;

/// <summary>Something that happened to a project. Kept for ever, as the events of a case are.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ProjectRegistered), "project-registered")]
[JsonDerivedType(typeof(StageOpened), "stage-opened")]
[JsonDerivedType(typeof(StageDropped), "stage-dropped")]
[JsonDerivedType(typeof(MatterAdded), "matter-added")]
[JsonDerivedType(typeof(LeadReplaced), "lead-replaced")]
[JsonDerivedType(typeof(RegionalResultRecorded), "regional-result-recorded")]
[JsonDerivedType(typeof(ProjectTerminated), "project-terminated")]
public abstract record ProjectEvent;

public sealed record ProjectRegistered(Project Project) : ProjectEvent;

public sealed record StageOpened(StageCase Case) : ProjectEvent;

/// <summary>The application of an opened stage was refused after all: the stage is as it was.</summary>
public sealed record StageDropped(string CaseId, string Reason) : ProjectEvent;

public sealed record MatterAdded(AddedMatter Matter) : ProjectEvent;

public sealed record LeadReplaced(string Stage, string From, string To, string Basis) : ProjectEvent;

public sealed record RegionalResultRecorded(RegionalResult Result) : ProjectEvent;

public sealed record ProjectTerminated(string Reason, DateTimeOffset At) : ProjectEvent;
