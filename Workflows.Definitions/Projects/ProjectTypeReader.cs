using Workflows.Definitions.Catalogue;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Services;

namespace Workflows.Definitions.Projects;

/// <summary>Reads a type of project: <c>projects/&lt;code&gt;/project.yaml</c>.</summary>
/// <param name="services">The services of the library; empty where the type is read by itself, and then not looked at.</param>
internal sealed class ProjectTypeReader(LibraryFiles files, IReadOnlyDictionary<string, Department> departments, IReadOnlyDictionary<string, ServiceDefinition> services)
{
    public ProjectType? Read(string code)
    {
        if (files.Yaml($"projects/{code}/project.yaml") is not { } file)
        {
            return null;
        }

        var stages = Stages(file);
        var codes = stages.ToDictionary(stage => stage.Code, StringComparer.Ordinal);
        var type = new ProjectType(
            code,
            file.Text("name"),
            Totals(file),
            file.Words<TimeOwner>("counted"),
            stages,
            [.. file.Maps("merges").Select(merge => Merge(merge, codes))],
            [.. file.Maps("tracks").Select(track => Track(track, codes))],
            [.. file.Texts("sources").Select(source => source.Value)]);
        file.RefuseOtherKeys();
        return type;
    }

    private List<ProjectStage> Stages(YamlMap file)
    {
        var stages = new List<ProjectStage>();
        foreach (var entry in file.RequiredMaps("stages"))
        {
            var stage = Stage(entry, stages.LastOrDefault()?.Code);
            entry.RefuseOtherKeys();
            if (stages.Any(other => other.Code == stage.Code))
            {
                entry.Refuse("code", $"Expected each stage once, but '{stage.Code}' stands twice.");
            }
            else
            {
                stages.Add(stage);
            }
        }

        return stages;
    }

    private ProjectStage Stage(YamlMap entry, string? after)
    {
        var stage = new ProjectStage(
            entry.Code("code"),
            entry.Text("name"),
            entry.Reference("lead-department", departments, "a department of catalogue/departments.yaml"),
            entry.Code("service"),
            after,
            [.. entry.Texts("gives").Select(matter => matter.Value)],
            TimeLimitReader.Read(entry.Map("limit"), ClockKind.Promise));
        Check(entry, stage);
        return stage;
    }

    private void Check(YamlMap entry, ProjectStage stage)
    {
        if (services.Count == 0)
        {
            return;
        }

        if (!services.TryGetValue(stage.Service, out var service))
        {
            entry.Refuse("service", $"Expected a service of the library for stage '{stage.Code}', but there is no '{stage.Service}' without errors.");
            return;
        }

        foreach (var matter in stage.Gives.Where(matter => service.Matters.All(member => member.Matter.Code != matter)))
        {
            entry.Refuse("gives", $"Expected stage '{stage.Code}' to give matters of service '{stage.Service}', but '{matter}' is none.");
        }
    }

    private StageMerge Merge(YamlMap entry, Dictionary<string, ProjectStage> stages)
    {
        var merge = new StageMerge(Stage(entry, null), entry.References("stages", stages, "a stage of the project"));
        entry.RefuseOtherKeys();
        if (merge.Stages.Count < 2)
        {
            entry.Refuse("stages", $"Expected at least two stages that '{merge.Stage.Code}' puts together, but there are {merge.Stages.Count}.");
        }

        return merge;
    }

    private static ParallelTrack Track(YamlMap entry, Dictionary<string, ProjectStage> stages)
    {
        var track = new ParallelTrack(entry.Code("matter"), entry.Reference("latest-stage", stages, "a stage of the project"));
        entry.RefuseOtherKeys();
        return track;
    }

    private static Dictionary<InvestmentSource, TimeLimit> Totals(YamlMap file)
    {
        var totals = new Dictionary<InvestmentSource, TimeLimit>();
        foreach (var entry in file.RequiredMaps("totals"))
        {
            var source = entry.Word<InvestmentSource>("investment");
            var limit = TimeLimitReader.Read(entry.Map("limit"), ClockKind.Promise);
            entry.RefuseOtherKeys();
            if (!totals.TryAdd(source, limit))
            {
                entry.Refuse("investment", $"Expected each investment source once, but '{source}' stands twice.");
            }
        }

        return totals;
    }
}
