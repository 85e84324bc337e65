using Workflows.Definitions.Materials;

namespace Workflows.Definitions.Matters;

/// <summary>A matter (事项): what one department decides, with its limits, materials and results. One <c>matter.yaml</c>.</summary>
public sealed record MatterDefinition
{
    /// <summary>The library's code, kebab-case; the folder's name.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>基本编码: the same in the whole country; text of no fixed length, or null where none is known.</summary>
    public string? BaseCode { get; init; }

    /// <summary>实施编码: text of no fixed length, or null where none is known.</summary>
    public string? ImplementationCode { get; init; }

    /// <summary>The department's code in <c>catalogue/departments.yaml</c>.</summary>
    public required string Department { get; init; }

    public required MatterKind Kind { get; init; }

    public IReadOnlyList<string> LegalBasis { get; init; } = [];

    /// <summary>法定办结时限.</summary>
    public required TimeLimit Statutory { get; init; }

    /// <summary>承诺办结时限; never longer than <see cref="Statutory"/>.</summary>
    public required TimeLimit Promised { get; init; }

    /// <summary>The special procedures (特别程序) that may stop its clocks; none but these.</summary>
    public IReadOnlyList<SpecialProcedureRule> SpecialProcedures { get; init; } = [];

    /// <summary>超时默认, or null where silence means nothing.</summary>
    public SilentConsentRule? SilentConsent { get; init; }

    /// <summary>True where the department looks at the place before it decides (现场核查).</summary>
    public bool SiteVisit { get; init; }

    public IReadOnlyList<MaterialRequirement> Materials { get; init; } = [];

    public IReadOnlyList<ResultDocument> Results { get; init; } = [];

    public IReadOnlyList<Fee> Fees { get; init; } = [];

    /// <summary>裁量基准: the decision <c>file.dmn#id</c> that gives the outcomes which the case allows; null where there is none.</summary>
    public string? Discretion { get; init; }

    public required int Version { get; init; }

    public required DateOnly EffectiveOn { get; init; }

    public DateOnly? StoppedOn { get; init; }

    /// <summary>Where the facts come from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <summary>办件类型 (GB/T 39046): 1 即办件, 2 承诺件.</summary>
public enum MatterKind
{
    /// <summary>即办件</summary>
    Instant = 1,

    /// <summary>承诺件</summary>
    Promised = 2,
}

/// <summary>A document that a matter gives, e.g. 食品经营许可证.</summary>
/// <param name="NumberPattern">The shape of its number, with <c>{yyyy}</c> and <c>{0000}</c> for a serial, or null.</param>
/// <param name="ValidYears">Years of validity, or null for unlimited.</param>
public sealed record ResultDocument(string Code, string Name, string? NumberPattern, int? ValidYears);

/// <summary>A fee; amount in yuan.</summary>
public sealed record Fee(string Name, decimal Amount, string? Basis);
