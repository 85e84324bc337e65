using System.Xml.Linq;
using Workflows.Definitions;
using Workflows.Definitions.Decisions;
using Workflows.Definitions.Feel;

namespace Workflows.Specs.Decisions;

/// <summary>One folder of the Technology Compatibility Kit: models and their test cases.</summary>
internal sealed class TckFolder(string path)
{
    private static readonly DateTimeOffset Now = new(2026, 2, 13, 9, 30, 0, TimeSpan.FromHours(8));

    private readonly Dictionary<string, DecisionModel> _models = [];

    public string Name => Path.GetFileName(path);

    /// <summary>Runs all test cases; a failure tells the case and why.</summary>
    public TckReport Run()
    {
        var cases = 0;
        var failures = new List<string>();

        foreach (var file in Directory.GetFiles(path, "*-test-*.xml").Order(StringComparer.Ordinal))
        {
            var tests = XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
            var modelName = tests.Elements().FirstOrDefault(element => element.Name.LocalName == "modelName")?.Value
                ?? Path.GetFileName(Directory.GetFiles(path, "*.dmn").Single());

            foreach (var test in tests.Elements().Where(element => element.Name.LocalName == "testCase"))
            {
                cases++;
                failures.AddRange(Failures(modelName, test).Take(1).Select(failure => $"{Name} {test.Attribute("id")?.Value}: {failure}"));
            }
        }

        return new TckReport(Name, cases, failures);
    }

    private IEnumerable<string> Failures(string modelName, XElement test)
    {
        var inputs = new FeelContext(test.Elements()
            .Where(node => node.Name.LocalName == "inputNode")
            .Select(node => KeyValuePair.Create(node.Attribute("name")!.Value, TckValue.Read(node))));
        var service = test.Attribute("type")?.Value == "decisionService" ? test.Attribute("invocableName")?.Value : null;

        foreach (var node in test.Elements().Where(node => node.Name.LocalName == "resultNode"))
        {
            var name = node.Attribute("name")!.Value;
            var expected = (bool?)node.Attribute("errorResult") == true
                ? FeelValue.Null
                : TckValue.Read(node.Elements().Single(element => element.Name.LocalName == "expected"));
            DecisionResult result;

            try
            {
                result = Model(modelName).Evaluate(service ?? name, inputs, Now);
            }
            catch (DefinitionException error)
            {
                result = new DecisionResult(error.Message, [], []);
            }

            // A service with several outputs answers all of them at once.
            var actual = service is not null && result.Value is FeelContext outputs && outputs.TryGet(name, out var output) ? output : result.Value;

            if (!TckValue.Same(actual, expected))
            {
                yield return $"'{name}' should be {expected}, but is {actual}. {string.Join(' ', result.Warnings)}";
            }
        }
    }

    private DecisionModel Model(string file)
    {
        if (!_models.TryGetValue(file, out var model))
        {
            // Whatever else lies in the folder may be imported.
            DecisionModel[] imports = [.. Directory.GetFiles(path, "*.dmn").Where(other => Path.GetFileName(other) != file).Select(other => Load(other))];
            _models[file] = model = Load(Path.Combine(path, file), imports);
        }

        return model;
    }

    private static DecisionModel Load(string file, params DecisionModel[] imports)
    {
        using var stream = File.OpenRead(file);
        return DecisionModel.Read(stream, Path.GetFileName(file), imports);
    }
}

internal sealed record TckReport(string Folder, int Cases, IReadOnlyList<string> Failures)
{
    public int Passed => Cases - Failures.Count;
}
