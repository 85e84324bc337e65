namespace Workflows.Engine.Materials;

/// <summary>A material (材料) as it was given to a case.</summary>
/// <param name="Code">The material's code in the catalogue.</param>
/// <param name="FileId">The stored file: its SHA-256 in lower-case hex.</param>
/// <param name="Size">Bytes.</param>
public sealed record GivenMaterial(string Code, string FileId, string FileName, string ContentType, long Size, DateTimeOffset GivenAt, string GivenBy);
