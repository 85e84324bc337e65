using System.Text.Json;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Execution;

/// <summary>The suite token-simulation: what is entered, taken, left and waits, step by step.</summary>
public class TokenSimulationSpecs
{
    /// <summary>Scenarios that rest on a reading which the engine refuses, with the reason.</summary>
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["error-no-catch"] = "An error that nothing catches is an incident that somebody has to resolve, not a path that ends in silence (BPMN 2.0.2 §10.5.5 leaves it open).",
    };

    public static IEnumerable<TheoryDataRow<string>> Scenarios() =>
        Directory.Exists(Path.Combine(Suites.Root, "token-simulation"))
            ? Directory.EnumerateFiles(Path.Combine(Suites.Root, "token-simulation"), "*.json")
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal)
                .Select(name => new TheoryDataRow<string>(name!) { TestDisplayName = $"token-simulation {name}" })
            : [new TheoryDataRow<string>(string.Empty) { Skip = "The suite 'token-simulation' is not installed: set WORKFLOWS_SUITES to the folder of the conformance suites." }];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Tokens_move_as_the_suite_says(string name)
    {
        var folder = Suites.Folder("token-simulation");
        using var scenario = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name + ".json")));
        var expected = scenario.RootElement;
        var simulation = new TokenSimulation(File.ReadAllText(Path.Combine(folder, expected.GetProperty("diagram").GetString()!)));

        foreach (var step in expected.GetProperty("steps").EnumerateArray())
        {
            simulation.Play(step);
            if (!Refused.ContainsKey(name))
            {
                Compare(simulation.Waiting(), step.GetProperty("waiting"), expected, "waiting");
            }
        }

        if (Refused.ContainsKey(name))
        {
            simulation.State.Incidents.ShouldNotBeEmpty();

            return;
        }

        Compare(simulation.Entered(), expected.GetProperty("entered"), expected, "entered");
        Compare(simulation.Flows(), expected.GetProperty("flows"), expected, "entered");
        Compare(simulation.Completed(), Outcomes(expected, "completed", "terminated"), expected, "completed");
        simulation.Instances().Select(instance => instance.Element).ShouldBe(
            expected.GetProperty("instances").EnumerateArray().Select(instance => instance.GetProperty("element").GetString()!));
        if (!expected.TryGetProperty("varies", out _))
        {
            simulation.Instances().All(instance => !instance.IsActive).ShouldBe(expected.GetProperty("endedProperly").GetBoolean());
        }
    }

    [Fact]
    public void Every_scenario_of_the_suite_is_played()
    {
        var scenarios = Directory.GetFiles(Suites.Folder("token-simulation"), "*.json").Length;
        var passed = scenarios - Refused.Count;

        scenarios.ShouldBeGreaterThanOrEqualTo(63);
        Conformance.Tell("token-simulation", $"{passed} of {scenarios}, {Refused.Count} refused");
    }

    private static Dictionary<string, int> Outcomes(JsonElement expected, params string[] kinds)
    {
        var counts = new Dictionary<string, int>();
        foreach (var element in expected.GetProperty("outcomes").EnumerateObject())
        {
            var count = kinds.Sum(kind => element.Value.TryGetProperty(kind, out var n) ? n.GetInt32() : 0);
            if (count > 0)
            {
                counts[element.Name] = count;
            }
        }

        return counts;
    }

    private static void Compare(Dictionary<string, int> actual, JsonElement expected, JsonElement scenario, string what) =>
        Compare(actual, expected.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetInt32()), scenario, what);

    private static void Compare(Dictionary<string, int> actual, Dictionary<string, int> expected, JsonElement scenario, string what)
    {
        var differences = actual.Keys.Union(expected.Keys)
            .Where(name => !Accepted(scenario, name, what, expected.GetValueOrDefault(name)).Contains(actual.GetValueOrDefault(name)))
            .Select(name => $"{name}: expected {expected.GetValueOrDefault(name)}, but was {actual.GetValueOrDefault(name)}");

        differences.ShouldBeEmpty(what);
    }

    // Where the result hangs on the interleaving of parallel branches, the suite lists the counts that other interleavings gave.
    private static List<int> Accepted(JsonElement scenario, string element, string what, int expected) =>
        scenario.TryGetProperty("varies", out var varies)
        && varies.TryGetProperty(element, out var counts)
        && counts.TryGetProperty(what, out var numbers)
            ? [expected, .. numbers.EnumerateArray().Select(number => number.GetInt32())]
            : [expected];
}
