using System.Collections.Concurrent;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Workflows.Definitions.Decisions.Reading;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Xml;

namespace Workflows.Definitions.Decisions;

/// <summary>A DMN file: its decisions, ready to be made, and the whole of it as it was written.</summary>
/// <remarks>Reads DMN 1.5, and 1.1 to 1.4 where they mean the same. <see cref="Document"/> keeps what reading did not understand.</remarks>
public sealed class DecisionModel
{
    private readonly ConcurrentDictionary<DrgElement, IReadOnlyList<Requirement>> _needed = new();

    internal DecisionModel(string source, XDocument document, string @namespace, DrgElement[] elements, IReadOnlyDictionary<string, FeelType> types)
    {
        (Source, Document, Namespace, Elements, Types) = (source, document, @namespace, elements, types);

        var required = elements.OfType<DecisionElement>().SelectMany(decision => decision.Requirements).Select(requirement => requirement.Element).ToHashSet();
        Decisions = [.. elements.OfType<DecisionElement>().Select(decision =>
            new Decision(decision, Inputs, isFinal: !required.Contains(decision)))];
    }

    /// <summary>The file's name for messages.</summary>
    public string Source { get; }

    public XDocument Document { get; }

    /// <summary>What other models import this one by.</summary>
    public string Namespace { get; }

    public IReadOnlyList<Decision> Decisions { get; }

    internal DrgElement[] Elements { get; }

    internal IReadOnlyDictionary<string, FeelType> Types { get; }

    /// <param name="imports">The models that this one may import, found by their namespace.</param>
    /// <exception cref="DefinitionException">The file is no XML or no DMN, or its expressions are not FEEL; every reason is told.</exception>
    public static DecisionModel Read(Stream stream, string source, params IReadOnlyList<DecisionModel> imports) =>
        Read(BoundedXml.Load(stream, source), source, imports);

    /// <inheritdoc cref="Read(Stream, string, IReadOnlyList{DecisionModel})"/>
    public static DecisionModel Read(XDocument document, string source, params IReadOnlyList<DecisionModel> imports) =>
        new ModelReader(document, source, imports).Read();

    /// <summary>Makes the decision, or calls the decision service, of that name or id.</summary>
    /// <param name="nameOrId">A decision, else a decision service.</param>
    /// <param name="inputs">
    /// The values of the input data, by name; those of an imported model within its prefix. A decision without logic takes its value
    /// from here too.
    /// </param>
    /// <param name="now">What <c>now()</c> and <c>today()</c> answer.</param>
    /// <exception cref="ArgumentException">The model has no decision or decision service of that name or id.</exception>
    public DecisionResult Evaluate(string nameOrId, FeelContext inputs, DateTimeOffset? now = null)
    {
        var target = Find<DecisionElement>(nameOrId) ?? Find<ServiceElement>(nameOrId) as DrgElement
            ?? throw new ArgumentException($"Expected a decision of '{Source}', but it has no '{nameOrId}'.", nameof(nameOrId));
        var run = Evaluation.Begin(now);
        var matched = new List<MatchedRule>();
        run.OnMatch = matched.Add;

        try
        {
            var walk = new DecisionRun(run, Given(run, target, inputs));
            var value = target is DecisionElement decision ? walk.Decision(decision) : walk.Service((ServiceElement)target);
            return Result(run.End(value), matched);
        }
        catch (FeelLimitException limit)
        {
            return Result(run.End(limit), matched);
        }
    }

    /// <summary>Writes the document as it was read, in UTF-8 without a byte order mark.</summary>
    public void Write(Stream stream)
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
            CloseOutput = false,
        });
        Document.Save(writer);
    }

    private static DecisionResult Result(FeelResult result, List<MatchedRule> matched) => new(result.Value, result.Warnings, matched);

    /// <summary>The inputs that the target needs, as their types demand them; the inputs of a service may be decisions.</summary>
    private Dictionary<DrgElement, FeelValue> Given(Evaluation run, DrgElement target, FeelContext inputs)
    {
        var given = new Dictionary<DrgElement, FeelValue>();

        foreach (var requirement in _needed.GetOrAdd(target, Needed))
        {
            var scope = requirement.Import is null ? inputs : inputs[requirement.Import] as FeelContext ?? FeelContext.Empty;

            if (scope.TryGet(requirement.Element.Name, out var value))
            {
                given[requirement.Element] = DecisionRun.Conformed(run, requirement.Element, value);
            }
            else if (target is ServiceElement)
            {
                // A service never looks behind its inputs, not even where an input is a decision that could be made.
                given[requirement.Element] = run.Fail($"Expected decision service '{target.Name}' to be given '{requirement.Element.Name}', but it is missing.");
            }
        }

        return given;
    }

    /// <summary>What has to be given to make a decision or call a service.</summary>
    private static IReadOnlyList<Requirement> Needed(DrgElement target)
    {
        if (target is ServiceElement service)
        {
            return service.Inputs;
        }

        var seen = new HashSet<DrgElement>();
        var needed = new List<Requirement>();
        var open = new Stack<Requirement>([new Requirement(target, null)]);

        while (open.TryPop(out var next))
        {
            if (!seen.Add(next.Element))
            {
                continue;
            }

            if (next.Element is InputElement or DecisionElement { Logic: null })
            {
                needed.Add(next);
            }

            if (next.Element is DecisionElement decision)
            {
                // What an imported decision requires is seen through the same import.
                foreach (var required in decision.Requirements)
                {
                    open.Push(next.Import is null ? required : required with { Import = next.Import });
                }
            }
        }

        return needed;
    }

    private static IReadOnlyList<string> Inputs(DecisionElement decision) =>
        [.. Needed(decision).Select(input => input.Import is null ? input.Element.Name : $"{input.Import}.{input.Element.Name}").Order(StringComparer.Ordinal)];

    private T? Find<T>(string nameOrId)
        where T : DrgElement
    {
        var found = Elements.OfType<T>().Where(element => element.Name == nameOrId || element.Id == nameOrId).ToList();
        return found.Find(element => element.Name == nameOrId) ?? found.FirstOrDefault();
    }
}
