using System.CommandLine;
using System.Text.Json;
using System.Xml.Linq;
using Workflows.Definitions;
using Workflows.Definitions.Decisions;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Xml;

namespace Workflows.Engine.CommandLine;

/// <summary><c>decide &lt;dmn&gt; &lt;json&gt;</c>: makes the decisions of a DMN file and tells which rules gave them.</summary>
/// <remarks>Exit status 1 where the file has errors, the decision is not in it, or the inputs are no JSON object; warnings alone are no error.</remarks>
public static class DecideCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var file = new Argument<FileInfo>("dmn") { Description = "A DMN file." };
        var inputs = new Argument<string>("json") { Description = CommandInputs.Description, DefaultValueFactory = _ => "{}" };
        var decision = new Option<string[]>("--decision") { Description = "The name or id of a decision; by default those that no other decision requires." };
        var imports = new Option<FileInfo[]>("--import") { Description = "A DMN file that is imported, by the first one or by another of these." };
        var now = CommandInputs.Now();
        var json = CommandInputs.Json();
        var command = new Command("decide", "Makes the decisions of a DMN file.") { file, inputs, decision, imports, now, json };
        command.SetAction(parsed => Run(
            new Request(
                parsed.GetRequiredValue(file),
                parsed.GetRequiredValue(inputs),
                parsed.GetValue(decision) ?? [],
                parsed.GetValue(imports) ?? [],
                parsed.GetValue(now) ?? CommandInputs.Present(),
                parsed.GetValue(json)),
            output,
            errors));

        return command;
    }

    private static int Run(Request request, TextWriter output, TextWriter errors)
    {
        try
        {
            var model = Read(request.File, request.Imports);
            var inputs = CommandInputs.Read(request.Inputs);
            var names = request.Decisions.Length > 0 ? request.Decisions : [.. model.Decisions.Where(decision => decision.IsFinal).Select(decision => decision.Name)];
            var results = names.Select(name => (Name: name, Result: model.Evaluate(name, inputs, request.Now))).ToList();

            if (request.AsJson)
            {
                output.WriteLine(CommandInputs.Write(writer => WriteResults(writer, results)));
            }
            else
            {
                results.ForEach(result => WriteText(output, errors, result.Name, result.Result));
            }

            return 0;
        }
        catch (Exception failure) when (failure is DefinitionException or ArgumentException or FormatException or JsonException or IOException)
        {
            errors.WriteLine(failure.Message);

            return 1;
        }
    }

    private static DecisionModel Read(FileInfo file, FileInfo[] imports)
    {
        var read = new DecisionFiles(
            imports.Prepend(file).DistinctBy(source => source.FullName).ToDictionary(source => source.ToString(), Document, StringComparer.Ordinal),
            (_, _) => true);

        return read.Errors.Count == 0 ? read.Models[file.ToString()] : throw new DefinitionException(read.Errors);
    }

    private static XDocument Document(FileInfo file)
    {
        using var stream = file.OpenRead();

        return BoundedXml.Load(stream, file.ToString());
    }

    private static void WriteText(TextWriter output, TextWriter errors, string name, DecisionResult result)
    {
        output.WriteLine($"{name} = {result.Value}");

        foreach (var rule in result.MatchedRules)
        {
            output.WriteLine($"  {rule.Table}: {(rule.Rule == 0 ? "default" : $"rule {rule.Rule}")}{(rule.RuleId is null ? "" : $" ({rule.RuleId})")}{string.Concat(rule.Annotations.Select(annotation => $" — {annotation}"))}");
        }

        CommandInputs.Warn(errors, result.Warnings);
    }

    private static void WriteResults(Utf8JsonWriter writer, List<(string Name, DecisionResult Result)> results)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("decisions");

        foreach (var (name, result) in results)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WritePropertyName("value");
            FeelJson.Write(writer, result.Value);
            writer.WriteStartArray("matchedRules");

            foreach (var rule in result.MatchedRules)
            {
                WriteRule(writer, rule);
            }

            writer.WriteEndArray();
            CommandInputs.WriteWarnings(writer, result.Warnings);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter writer, MatchedRule rule)
    {
        writer.WriteStartObject();
        writer.WriteString("table", rule.Table);
        writer.WriteNumber("rule", rule.Rule);
        writer.WriteString("ruleId", rule.RuleId);
        writer.WriteStartArray("annotations");

        foreach (var annotation in rule.Annotations)
        {
            writer.WriteStringValue(annotation);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private sealed record Request(FileInfo File, string Inputs, string[] Decisions, FileInfo[] Imports, DateTimeOffset Now, bool AsJson);
}
