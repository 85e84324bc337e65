using Workflows.Definitions.Forms;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Materials;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Services;

/// <summary>Reads a service: the folder <c>services/&lt;code&gt;/</c>.</summary>
internal sealed class ServiceReader(LibraryFiles files, Library library)
{
    /// <summary>Reads the folder; null where a file is missing, and to be left out where reading added errors.</summary>
    public ServiceDefinition? Read(string code)
    {
        var folder = $"services/{code}";
        if (files.Yaml($"{folder}/service.yaml") is not { } file)
        {
            return null;
        }

        var matters = Members(file);
        var byCode = matters.GroupBy(member => member.Matter.Code, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var forms = new FormReader(byCode);
        var questions = forms.Fields(file, "questions", new HashSet<string>(StringComparer.Ordinal));
        var form = files.Yaml($"{folder}/form.yaml") is { } formFile ? forms.Read(formFile) : null;
        var process = library.ProcessOf(folder);
        var service = new ServiceDefinition
        {
            Code = code,
            Name = file.Text("name"),
            Summary = file.OptionalText("summary"),
            LeadDepartment = file.Reference("lead-department", library.Departments, "a department of catalogue/departments.yaml"),
            Region = file.OptionalText("region") ?? "cn",
            Promised = TimeLimitReader.Read(file.Map("promised"), ClockKind.Promise),
            Windows = Windows(file),
            Matters = matters,
            Materials = MaterialsOf(matters),
            Applicants = file.Words<ApplicantKind>("applicants"),
            Questions = questions,
            Form = form ?? new FormDefinition([]),
            Process = process!,
            Guidance = GuidanceFile,
            GuidanceModel = library.Decisions.GetValueOrDefault($"{folder}/{GuidanceFile}"),
            Version = file.Version("version"),
            EffectiveOn = file.Date("effective-on"),
            Sources = [.. file.Texts("sources").Select(source => source.Value)],
        };
        file.RefuseOtherKeys();
        Check(file, service, folder);
        return form is null || process is null ? null : service;
    }

    internal const string GuidanceFile = "guidance.dmn";

    private static List<ApplicationWindow> Windows(YamlMap file)
    {
        var windows = new List<ApplicationWindow>();
        foreach (var entry in file.Maps("windows"))
        {
            var window = new ApplicationWindow(entry.Text("name"), entry.Date("opens-on"), entry.Date("closes-on"));
            entry.RefuseOtherKeys();
            if (window.ClosesOn < window.OpensOn)
            {
                entry.Refuse("closes-on", $"Expected a window to close on or after {window.OpensOn:O}, but it closes on {window.ClosesOn:O}.");
            }

            if (windows is [.., var last] && window.OpensOn <= last.ClosesOn)
            {
                entry.Refuse("opens-on", $"Expected a window after {last.ClosesOn:O}, on which '{last.Name}' closes, but it opens on {window.OpensOn:O}.");
            }

            windows.Add(window);
        }

        return windows;
    }

    private List<ServiceMatter> Members(YamlMap file)
    {
        var members = new List<ServiceMatter>();
        foreach (var entry in file.RequiredMaps("matters"))
        {
            var code = entry.Reference("code", library.Matters, "a matter of matters/ that could be read");
            var when = entry.OptionalText("when");
            entry.RefuseOtherKeys();
            if (members.Any(member => member.Matter.Code == code))
            {
                entry.Refuse("code", $"Expected each matter once, but '{code}' stands twice.");
            }
            else if (library.Matters.TryGetValue(code, out var matter))
            {
                members.Add(new ServiceMatter(matter, when));
            }
        }

        return members;
    }

    private Dictionary<string, Material> MaterialsOf(List<ServiceMatter> members) =>
        members.SelectMany(member => member.Matter.Materials).Select(asked => asked.Code).Distinct()
            .ToDictionary(code => code, code => library.Materials[code], StringComparer.Ordinal);

    private void Check(YamlMap file, ServiceDefinition service, string folder)
    {
        if (!library.Calendars.TryGet(service.Region, out _))
        {
            file.Refuse("region", $"Expected a region with a calendar, but there is none for '{service.Region}'.");
        }

        if (service.GuidanceModel is null)
        {
            files.Errors.Add(new DefinitionError($"{folder}/{GuidanceFile}", 0, 0, null, $"Expected '{folder}/{GuidanceFile}' to be read, but it is missing or has errors."));
        }
        else if (service.GuidanceModel.Decisions.All(decision => decision.Id != Guidance.Decision))
        {
            files.Errors.Add(new DefinitionError($"{folder}/{GuidanceFile}", 0, 0, Guidance.Decision, $"Expected a decision with the id '{Guidance.Decision}', but there is none."));
        }

        if (service.Process is not null)
        {
            files.Errors.AddRange(new ProcessReferences(library, service).Check());
        }
    }
}
