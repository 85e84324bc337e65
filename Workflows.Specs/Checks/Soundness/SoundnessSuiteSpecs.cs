using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Workflows.Definitions.Checks;
using Workflows.Definitions.Checks.Soundness;
using Workflows.Definitions.Checks.Soundness.Messages;
using Workflows.Definitions.Processes;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Checks.Soundness;

/// <summary>The suite <c>soundness</c>: 27 collaborations with verdicts for seven communication models.</summary>
public class SoundnessSuiteSpecs
{
    [Fact]
    public void Every_model_has_the_verdicts_of_the_suite_under_every_communication()
    {
        var wrong = new List<string>();
        var passed = 0;
        var files = Directory.GetFiles(Suites.Folder("soundness"), "*.bpmn").Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            var differences = Differences(file);
            wrong.AddRange(differences);
            passed += differences.Count == 0 ? 1 : 0;
        }

        wrong.ShouldBeEmpty();
        Conformance.Tell("soundness", $"{passed} of {files.Count}, all seven communication models");
    }

    private static IReadOnlyList<string> Differences(string file)
    {
        var model = ProcessModelReader.Read(File.ReadAllText(file), Path.GetFileName(file));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")));
        if (!json.RootElement.GetProperty("wellFormed").GetBoolean())
        {
            // Refused before it is explored, there as here.
            var refused = DefinitionLinter.Check(new DefinitionUnderCheck(model)).Any(finding => finding.RuleId == "single-blank-start-event");
            return refused ? [] : [$"{model.Source} is not refused"];
        }

        var bounds = Bounds(json.RootElement.GetProperty("constraint").GetString() ?? "");
        return
        [
            .. json.RootElement.GetProperty("communication").EnumerateObject().SelectMany(expected =>
                Difference(model, bounds, Enum.Parse<Communication>(expected.Name, ignoreCase: true), expected.Value)),
        ];
    }

    private static IEnumerable<string> Difference(ProcessModel model, ExplorationBounds bounds, Communication communication, JsonElement expected)
    {
        var verdict = CollaborationCheck.Check(model, communication, bounds);
        (bool, bool, bool)? found = verdict is null ? null : (verdict.IsSafe, verdict.IsSound, verdict.IsMessageSound);
        var right = (expected.GetProperty("safe").GetBoolean(), expected.GetProperty("sound").GetBoolean(), expected.GetProperty("messageSound").GetBoolean());
        if (found != right)
        {
            yield return $"{model.Source} {communication}: expected safe, sound, messageSound {right}, but found {found}";
        }

        // Without queues a state is the same thing there and here, so their number has to agree as well.
        var states = expected.GetProperty("states").GetInt32();
        if (communication is Communication.Bag or Communication.Rsc && states != verdict?.States)
        {
            yield return $"{model.Source} {communication}: expected {states} states, but found {verdict?.States}";
        }
    }

    private static ExplorationBounds Bounds(string constraint) => new(
        TokensPerFlow: Bound("MaxEdgeMarking", constraint),
        MessagesPerFlow: Bound("MaxEdgeMarking", constraint) ?? Bound("MaxMessageEdgeMarking", constraint),
        MarksPerNode: Bound("MaxNodeMarking", constraint));

    private static int? Bound(string name, string constraint) =>
        Regex.Match(constraint, $@"\b{name}(?<most>\d)") is { Success: true } match
            ? int.Parse(match.Groups["most"].Value, CultureInfo.InvariantCulture)
            : null;
}
