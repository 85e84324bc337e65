using Workflows.Definitions;
using Workflows.Definitions.Checks;
using Workflows.Definitions.Checks.Time;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Processes;
using Workflows.Engine.Definitions;

namespace Workflows.Engine.Drafts;

/// <summary>Looks at a draft by the rules that publishing will ask, while it is drawn.</summary>
public sealed class DraftCheck(DefinitionStore definitions)
{
    /// <summary>Checks one process of a draft with all that it refers to.</summary>
    /// <param name="file">The path of the process; other files' errors are told too.</param>
    public async Task<DraftReport> Check(Draft draft, string file, CancellationToken cancellation = default)
    {
        var library = await Library(draft, cancellation);
        if (library.Models.GetValueOrDefault(file) is not { } model)
        {
            return new DraftReport([], library.Errors, null);
        }

        var service = library.Services.GetValueOrDefault(draft.ServiceCode);
        var isMain = file == draft.ProcessFile;
        var findings = DefinitionLinter.Check(new DefinitionUnderCheck(model) { Library = library, Service = isMain ? service : null });
        return new DraftReport(findings, library.Errors, Time(library, draft, model, isMain));
    }

    /// <summary>Reads the files of a draft together with the calendars and rules of clocks in force.</summary>
    public async Task<Library> Library(Draft draft, CancellationToken cancellation = default)
    {
        var files = new Dictionary<string, string>(await definitions.InForce(cancellation), StringComparer.Ordinal);
        foreach (var (path, text) in draft.Files)
        {
            files[path] = text;
        }

        return LibraryReader.Read(files);
    }

    private static DraftTime? Time(Library library, Draft draft, ProcessModel model, bool isMain)
    {
        if (model.Processes is not [var main, ..])
        {
            return null;
        }

        ProcessDefinition? Find(string id) =>
            model.Processes.FirstOrDefault(process => process.Id == id)
            ?? library.SharedProcesses.GetValueOrDefault(id)?.Processes.FirstOrDefault(process => process.Id == id);

        var longest = new ProcessTime(Find, fromReceipt: true).Of(main);
        var steps = longest.Steps.Select(step => step.ElementId).ToHashSet(StringComparer.Ordinal);
        var through = main.Content.Descendants()
            .Where(node => steps.Contains(node.Id) || (node is CallActivity { CalledElement: { } called } && Find(called)?.Content.Descendants().Any(inner => steps.Contains(inner.Id)) == true))
            .Select(node => node.Id);
        var service = isMain ? library.Services.GetValueOrDefault(draft.ServiceCode) : null;
        return new DraftTime(
            longest.Days,
            [.. through],
            [.. Owners.Of(main, Find)],
            service is null ? null : StepTime.InWorkingDays(service.Promised),
            service?.Matters.Select(member => StepTime.InWorkingDays(member.Matter.Statutory)).DefaultIfEmpty().Max());
    }
}

/// <summary>What the rules say of a draft.</summary>
/// <param name="Errors">What could not be read; with them nothing is published.</param>
/// <param name="Time">Null where the process could not be read.</param>
public sealed record DraftReport(IReadOnlyList<Finding> Findings, IReadOnlyList<DefinitionError> Errors, DraftTime? Time)
{
    public bool CanBePublished => Errors.Count == 0 && Findings.All(finding => finding.Severity is not Severity.Error);
}

/// <summary>How long a process may take; all in working days.</summary>
/// <param name="LongestPath">The elements of this drawing on the longest way.</param>
/// <param name="ByOwner">The limits of all steps together, by whose time they take.</param>
/// <param name="Promised">What the service promises; null for a shared process.</param>
/// <param name="Statutory">The longest statutory limit of its matters; null for a shared process.</param>
public sealed record DraftTime(
    decimal Longest,
    IReadOnlyList<string> LongestPath,
    IReadOnlyList<(Workflows.Definitions.Matters.TimeOwner Owner, decimal Days)> ByOwner,
    decimal? Promised,
    decimal? Statutory);
