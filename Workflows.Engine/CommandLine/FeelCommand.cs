using System.CommandLine;
using System.Text.Json;
using Workflows.Definitions.Feel;

namespace Workflows.Engine.CommandLine;

/// <summary><c>feel "&lt;expression&gt;" [json]</c>: evaluates an expression against variables, for analysts who want to try one.</summary>
/// <remarks>Exit status 1 where the expression is not FEEL or the variables are no JSON object; warnings alone are no error.</remarks>
public static class FeelCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var expression = new Argument<string>("expression") { Description = "A FEEL expression." };
        var variables = new Argument<string>("json") { Description = CommandInputs.Description, DefaultValueFactory = _ => "{}" };
        var now = CommandInputs.Now();
        var json = CommandInputs.Json();
        var command = new Command("feel", "Evaluates a FEEL expression.") { expression, variables, now, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(expression),
            parsed.GetRequiredValue(variables),
            parsed.GetValue(now),
            parsed.GetValue(json),
            output,
            errors));

        return command;
    }

    private static int Run(string expression, string variables, DateTimeOffset? now, bool asJson, TextWriter output, TextWriter errors)
    {
        try
        {
            var result = FeelExpression.Parse(expression).Evaluate(CommandInputs.Read(variables), now ?? CommandInputs.Present());

            if (asJson)
            {
                output.WriteLine(CommandInputs.Write(writer => WriteResult(writer, result)));
            }
            else
            {
                output.WriteLine(result.Value);
                CommandInputs.Warn(errors, result.Warnings);
            }

            return 0;
        }
        catch (Exception failure) when (failure is FeelSyntaxException or FormatException or JsonException or IOException)
        {
            errors.WriteLine(failure.Message);

            return 1;
        }
    }

    private static void WriteResult(Utf8JsonWriter writer, FeelResult result)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("value");
        FeelJson.Write(writer, result.Value);
        CommandInputs.WriteWarnings(writer, result.Warnings);
        writer.WriteEndObject();
    }
}
