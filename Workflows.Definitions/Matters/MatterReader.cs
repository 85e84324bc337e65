using Workflows.Definitions.Catalogue;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Materials;

namespace Workflows.Definitions.Matters;

/// <summary>Reads a matter: <c>matters/&lt;code&gt;/matter.yaml</c>.</summary>
internal sealed class MatterReader(
    IReadOnlyDictionary<string, Department> departments,
    IReadOnlyDictionary<string, Material> materials,
    IReadOnlyDictionary<string, Licence> licences)
{
    /// <summary>Reads the file; the caller leaves the matter out where that added errors.</summary>
    public MatterDefinition Read(YamlMap file, string code)
    {
        var limits = file.Map("limits");
        var matter = new MatterDefinition
        {
            Code = code,
            Name = file.Text("name"),
            BaseCode = file.OptionalText("base-code"),
            ImplementationCode = file.OptionalText("implementation-code"),
            Department = file.Reference("department", departments, "a department of catalogue/departments.yaml"),
            Kind = file.Word<MatterKind>("kind"),
            LegalBasis = [.. file.Texts("legal-basis").Select(basis => basis.Value)],
            Statutory = TimeLimitReader.Read(limits.Map("statutory"), ClockKind.Statutory),
            Promised = TimeLimitReader.Read(limits.Map("promised"), ClockKind.Promise),
            SpecialProcedures = TimeLimitRulesReader.Procedures(file, "special-procedures"),
            SilentConsent = TimeLimitRulesReader.SilentConsent(file, "silent-consent"),
            SiteVisit = file.Flag("site-visit"),
            Materials = Once(file, file.Maps("materials").Select(Requirement)),
            Results = [.. file.References("results", licences, "a licence of catalogue/licences.yaml").Where(licences.ContainsKey).Select(Result)],
            Fees = [.. file.Maps("fees").Select(FeeOf)],
            Discretion = file.OptionalText("discretion"),
            Version = file.Version("version"),
            EffectiveOn = file.Date("effective-on"),
            StoppedOn = file.OptionalDate("stopped-on"),
            Sources = [.. file.Texts("sources").Select(source => source.Value)],
        };
        limits.RefuseOtherKeys();
        file.RefuseOtherKeys();
        if (matter.Promised.Unit == matter.Statutory.Unit && matter.Promised.Amount > matter.Statutory.Amount)
        {
            limits.Refuse("promised", $"Expected a promised limit not longer than the statutory one of {matter.Statutory.Amount}, but it is {matter.Promised.Amount}.");
        }

        if (matter.StoppedOn <= matter.EffectiveOn)
        {
            file.Refuse("stopped-on", $"Expected a day after {matter.EffectiveOn:O}, on which the matter came into force, but it is {matter.StoppedOn:O}.");
        }

        return matter;
    }

    private MaterialRequirement Requirement(YamlMap entry)
    {
        var requirement = new MaterialRequirement(
            entry.Reference("code", materials, "a material of catalogue/materials.yaml"),
            entry.Flag("required"),
            entry.Condition("when"),
            entry.Word<MaterialSource>("source"),
            [.. entry.Texts("review-points").Select(point => point.Value)]);
        entry.RefuseOtherKeys();
        if (requirement.ReviewPoints.Count == 0)
        {
            entry.Refuse("review-points", $"Expected at least one review point for '{requirement.Code}', but there is none.");
        }

        return requirement;
    }

    private static List<MaterialRequirement> Once(YamlMap file, IEnumerable<MaterialRequirement> requirements)
    {
        var all = requirements.ToList();
        foreach (var twice in all.GroupBy(requirement => requirement.Code, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            file.Refuse("materials", $"Expected each material once, but '{twice.Key}' stands twice.");
        }

        return all;
    }

    private ResultDocument Result(string code)
    {
        var licence = licences[code];
        return new ResultDocument(licence.Code, licence.Name, licence.NumberPattern, licence.ValidYears);
    }

    private static Fee FeeOf(YamlMap entry)
    {
        var fee = new Fee(entry.Text("name"), entry.Number("amount"), entry.OptionalText("basis"));
        entry.RefuseOtherKeys();
        return fee;
    }
}
