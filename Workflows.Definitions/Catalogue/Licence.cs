namespace Workflows.Definitions.Catalogue;

/// <summary>A type of licence or other result document (证照); an entry of <c>catalogue/licences.yaml</c>.</summary>
/// <param name="Issuer">The issuing department's code.</param>
/// <param name="NumberPattern">The shape of its number, with <c>{yyyy}</c> and <c>{0000}</c> for a serial, or null where another system numbers it.</param>
/// <param name="ValidYears">Years of validity, or null for unlimited.</param>
public sealed record Licence(string Code, string Name, string Issuer, string? NumberPattern, int? ValidYears);
