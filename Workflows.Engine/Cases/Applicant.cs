using Workflows.Definitions.Services;

namespace Workflows.Engine.Cases;

/// <summary>Who applies.</summary>
/// <param name="IdNumber">公民身份号码 for a person, 统一社会信用代码 for all others.</param>
public sealed record Applicant(ApplicantKind Kind, string Name, string IdNumber, string Phone, string? AgentName = null);
