using System.CommandLine;
using Workflows.Definitions;
using Workflows.Definitions.Checks;
using Workflows.Definitions.Checks.Soundness;
using Workflows.Definitions.Checks.Soundness.Messages;

namespace Workflows.Engine.CommandLine;

/// <summary><c>verify &lt;file&gt;</c>: explores everything that can happen in the processes of a file.</summary>
/// <remarks>Exit status 0 only where the verdict is sound; 1 where it is not, where it is undecided, and where the file cannot be read.</remarks>
public static class VerifyCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var file = new Argument<FileInfo>("file") { Description = "A BPMN file." };
        var states = new Option<int>("--states")
        {
            Description = "The most states to look at; with more the verdict is undecided.",
            DefaultValueFactory = _ => SoundnessCheck.DefaultMostStates,
        };
        var communication = new Option<Communication?>("--communication")
        {
            Description = "Also judges the collaboration as a whole under this order of messages: Bag, FifoPair, Causal, Inbox, Outbox, Fifo or Rsc.",
        };
        var json = CommandInputs.Json();
        var command = new Command("verify", "Decides whether processes can get stuck or run into themselves.") { file, states, communication, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            parsed.GetValue(states),
            parsed.GetValue(communication),
            parsed.GetValue(json),
            output,
            errors));

        return command;
    }

    private static int Run(FileInfo file, int states, Communication? communication, bool asJson, TextWriter output, TextWriter errors)
    {
        try
        {
            var files = DefinitionFiles.Of([file]);
            if (files.Definitions is not [var definition])
            {
                throw new DefinitionException(files.Errors);
            }

            var report = SoundnessCheck.Check(definition.Model, definition.FindProcess, states);
            var verdict = communication is { } order ? CollaborationCheck.Check(definition.Model, order, new ExplorationBounds(MessagesPerFlow: 3, States: states)) : null;
            if (asJson)
            {
                output.WriteLine(Json(definition, report, communication, verdict));
            }
            else
            {
                Write(output, definition, report, communication, verdict);
            }

            return report.Verdict == SoundnessVerdict.Sound ? 0 : 1;
        }
        catch (Exception failure) when (failure is DefinitionException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(failure.Message);

            return 1;
        }
    }

    private static void Write(TextWriter output, DefinitionUnderCheck definition, SoundnessReport report, Communication? communication, CollaborationVerdict? verdict)
    {
        foreach (var flaw in report.Flaws)
        {
            var (line, column) = definition.PlaceOf(flaw.ElementId);
            output.WriteLine($"{definition.Model.Source}({line},{column}): {flaw.Message}");
            if (flaw.Example.Count > 0)
            {
                output.WriteLine($"    {string.Join(" > ", flaw.Example)}");
            }
        }

        output.WriteLine($"{definition.Model.Source}: {Word(report.Verdict)}, {report.States} states");
        if (communication is not null)
        {
            output.WriteLine(verdict is null
                ? $"{communication}: undecided"
                : $"{communication}: safe {Word(verdict.IsSafe)}, sound {Word(verdict.IsSound)}, message-relaxed sound {Word(verdict.IsMessageSound)}, {verdict.States} states");
        }
    }

    private static string Json(DefinitionUnderCheck definition, SoundnessReport report, Communication? communication, CollaborationVerdict? verdict) => CommandInputs.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("source", definition.Model.Source);
        writer.WriteString("verdict", Word(report.Verdict));
        writer.WriteNumber("states", report.States);
        writer.WriteStartArray("flaws");
        foreach (var flaw in report.Flaws)
        {
            var (line, column) = definition.PlaceOf(flaw.ElementId);
            writer.WriteStartObject();
            writer.WriteString("kind", flaw.Kind.ToString());
            writer.WriteString("element", flaw.ElementId);
            writer.WriteNumber("line", line);
            writer.WriteNumber("column", column);
            writer.WriteString("message", flaw.Message);
            FindingText.WriteStrings(writer, "example", flaw.Example);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (communication is not null)
        {
            writer.WriteStartObject("collaboration");
            writer.WriteString("communication", communication.ToString());
            writer.WriteBoolean("decided", verdict is not null);
            if (verdict is not null)
            {
                writer.WriteBoolean("safe", verdict.IsSafe);
                writer.WriteBoolean("sound", verdict.IsSound);
                writer.WriteBoolean("messageSound", verdict.IsMessageSound);
                writer.WriteNumber("states", verdict.States);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    });

    private static string Word(bool holds) => holds ? "yes" : "no";

    private static string Word(SoundnessVerdict verdict) => verdict switch
    {
        SoundnessVerdict.Sound => "sound",
        SoundnessVerdict.Unsound => "unsound",
        _ => "undecided",
    };
}
