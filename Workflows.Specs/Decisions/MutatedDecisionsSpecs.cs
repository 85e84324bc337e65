using FsCheck;
using FsCheck.Fluent;
using Workflows.Definitions;
using Workflows.Definitions.Decisions;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Xml;
using Workflows.Specs.Feel;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Decisions;

/// <summary>Whatever is in a file: it is read or refused with errors, and what is read can be decided.</summary>
public class MutatedDecisionsSpecs
{
    private const int Files = 1500;

    /// <summary>Far above the sum of all of them, far below for ever.</summary>
    private const int MostMilliseconds = 5 * 60 * 1000;

    private static readonly string[] Sources =
    [
        .. new[] { LibraryFolder.Path, Path.Combine(Suites.Root, "dmn-tck") }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*.dmn", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal),
    ];

    [Fact(Timeout = MostMilliseconds)]
    public Task No_file_makes_the_reader_or_its_decisions_fail_or_hang() => Task.Run(
        () => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Files),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => Take(MutatedXml.Of(Sources[seed % Sources.Length], seed)))),
        TestContext.Current.CancellationToken);

    private static void Take(byte[] file)
    {
        try
        {
            var model = DecisionModel.Read(BoundedXml.Load(new MemoryStream(file), "mutated.dmn", new XmlBounds(Bytes: 2 * 1024 * 1024)), "mutated.dmn");
            foreach (var decision in model.Decisions)
            {
                model.Evaluate(decision.Name, FeelContext.Empty, FeelCase.Now);
            }

            model.Write(Stream.Null);
        }
        catch (DefinitionException)
        {
            // Refused with errors: what a broken file is meant to meet.
        }
    }
}
