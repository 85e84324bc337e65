using FsCheck;
using FsCheck.Fluent;
using Workflows.Definitions;
using Workflows.Definitions.Checks;
using Workflows.Definitions.Checks.Soundness;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Processes.Diagrams;
using Workflows.Definitions.Xml;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Processes;

/// <summary>Whatever is in a file: it is read or refused with errors, and what is read can be checked, drawn and written.</summary>
public class MutatedProcessSpecs
{
    private const int Files = 1500;

    /// <summary>Far above the sum of all of them, far below for ever.</summary>
    private const int MostMilliseconds = 5 * 60 * 1000;

    private static readonly string[] Sources =
    [
        .. new[] { Path.Combine(LibraryFolder.Path, "shared"), Path.Combine(LibraryFolder.Path, "services") }
            .Concat(new[] { "interchange", "token-simulation", "soundness" }.Select(suite => Path.Combine(Suites.Root, suite)).Where(Directory.Exists))
            .SelectMany(folder => Directory.GetFiles(folder, "*.bpmn", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal),
    ];

    [Fact(Timeout = MostMilliseconds)]
    public Task No_file_makes_the_reader_or_the_rules_fail_or_hang() => Task.Run(
        () => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Files),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => Take(MutatedXml.Of(Sources[seed % Sources.Length], seed)))),
        TestContext.Current.CancellationToken);

    private static void Take(byte[] file)
    {
        try
        {
            var model = ProcessModelReader.Read(new MemoryStream(file), "mutated.bpmn", new XmlBounds(Bytes: 2 * 1024 * 1024));
            DefinitionLinter.Check(new DefinitionUnderCheck(model));
            SoundnessCheck.Check(model, mostStates: 500);
            ProcessModelReader.Read(ProcessModelWriter.Write(model, ProcessModelForm.Canonical), "mutated.bpmn");
            foreach (var diagram in ProcessDiagram.ReadAll(model))
            {
                ProcessSvg.Draw(model, diagram);
            }
        }
        catch (DefinitionException)
        {
            // Refused with errors: what a broken file is meant to meet.
        }
    }
}
