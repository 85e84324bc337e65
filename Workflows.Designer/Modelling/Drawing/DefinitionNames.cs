using Workflows.Definitions.Libraries;

namespace Workflows.Designer.Modelling.Drawing;

/// <summary>What the fields of the panel offer: the codes that exist, with their names.</summary>
public sealed record DefinitionNames(
    IReadOnlyList<(string Code, string Name)> Departments,
    IReadOnlyList<(string Code, string Name)> Matters,
    IReadOnlyList<(string Code, string Name)> Sections,
    IReadOnlyList<(string Code, string Name)> Processes,
    IReadOnlyList<(string Code, string Name)> Decisions,
    IReadOnlyDictionary<string, string> SilentConsents)
{
    public static readonly DefinitionNames None = new([], [], [], [], [], new Dictionary<string, string>());

    /// <param name="service">The service that is drawn; its matters and form are offered, or those of the library where it cannot be read.</param>
    public static DefinitionNames Of(Library library, string service)
    {
        var drawn = library.Services.GetValueOrDefault(service);
        var matters = drawn?.Matters.Select(member => member.Matter) ?? library.Matters.Values;
        return new DefinitionNames(
            [.. library.Departments.Values.Select(department => (department.Code, department.Name))],
            [.. matters.Select(matter => (matter.Code, matter.Name))],
            [.. (drawn?.Form.Sections ?? []).Select(section => (section.Code, section.Title))],
            [.. library.SharedProcesses.Select(process => (process.Key, process.Value.Processes.First(one => one.Id == process.Key).Name ?? process.Key))],
            [.. library.Decisions
                .Where(model => model.Key.StartsWith($"services/{service}/", StringComparison.Ordinal) || model.Key.StartsWith("shared/", StringComparison.Ordinal))
                .SelectMany(model => model.Value.Decisions.Select(decision => ($"{model.Key.Split('/')[^1]}#{decision.Id}", decision.Name)))],
            library.Matters.Values.Where(matter => matter.SilentConsent is not null).ToDictionary(matter => matter.Code, matter => matter.SilentConsent!.Basis));
    }
}
