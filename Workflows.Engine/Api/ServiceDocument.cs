using Workflows.Definitions.Forms;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Services;

namespace Workflows.Engine.Api;

/// <summary>A service as the interface shows it.</summary>
public sealed record ServiceDocument(
    string Code,
    string Name,
    string? Summary,
    int Version,
    string LeadDepartment,
    TimeLimit Promised,
    IReadOnlyList<ApplicantKind> Applicants,
    IReadOnlyList<ServiceMatterDocument> Matters,
    IReadOnlyList<FormField> Questions,
    IReadOnlyList<FormSection> Form)
{
    internal static ServiceDocument Of(ServiceDefinition service) => new(
        service.Code,
        service.Name,
        service.Summary,
        service.Version,
        service.LeadDepartment,
        service.Promised,
        service.Applicants,
        [.. service.Matters.Select(member => new ServiceMatterDocument(member.Matter.Code, member.Matter.Name, member.Matter.Department, member.Matter.Kind, member.Matter.Promised, member.Matter.Statutory, member.When))],
        service.Questions,
        service.Form.Sections);
}

public sealed record ServiceMatterDocument(string Code, string Name, string Department, MatterKind Kind, TimeLimit Promised, TimeLimit Statutory, string? When);
