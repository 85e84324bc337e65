using System.Xml.Linq;
using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Decisions.Reading;

/// <summary>Reads a file in three passes: types, then the elements by id, then what they require and how they are made.</summary>
internal sealed class ModelReader
{
    private readonly XDocument _document;
    private readonly DmnFile _file;
    private readonly List<(string Prefix, DecisionModel Model)> _imports = [];
    private readonly Dictionary<string, DrgElement> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<(XElement Source, DrgElement Element)> _elements = [];

    public ModelReader(XDocument document, string source, IReadOnlyList<DecisionModel> imports)
    {
        (_document, _file) = (document, new DmnFile(document, source));
        _file.RequireDefinitions();

        foreach (var import in _file.ModelImports)
        {
            ReadImport(import, imports);
        }
    }

    public DecisionModel Read()
    {
        var types = new ItemDefinitions(_file, _imports);
        var expressions = new BoxedExpressions(_file, types);

        foreach (var element in _file.Children(_file.Root))
        {
            if (Declared(element, types) is { } declared)
            {
                _elements.Add((element, declared));
                RefuseTwice(element, declared);
            }
        }

        foreach (var (source, element) in _elements)
        {
            Define(source, element, types, expressions);
        }

        RefuseCircles();
        return _file.Errors.Count == 0
            ? new DecisionModel(_file.Source, _document, DmnFile.Namespace(_file.Root), [.. _elements.Select(entry => entry.Element)], types.Types)
            : throw new DefinitionException(_file.Errors);
    }

    private void ReadImport(XElement import, IReadOnlyList<DecisionModel> models)
    {
        var @namespace = DmnFile.Namespace(import);

        if (models.FirstOrDefault(model => model.Namespace == @namespace) is { } model)
        {
            _imports.Add((_file.Name(import), model));
        }
        else
        {
            _file.Error(import, $"Expected a model of the namespace '{@namespace}' to import, but none was given.");
        }
    }

    private DrgElement? Declared(XElement element, ItemDefinitions types)
    {
        FeelType Type() => _file.Child(element, "variable") is { } variable ? types.Of(variable) : FeelType.Any;

        return element.Name.LocalName switch
        {
            "inputData" => new InputElement(DmnFile.Id(element), _file.Name(element), Type()),
            "decision" => new DecisionElement(DmnFile.Id(element), _file.Name(element), Type()),
            "decisionService" => new ServiceElement(DmnFile.Id(element), _file.Name(element), Result(Type())),
            "businessKnowledgeModel" => new KnowledgeElement(DmnFile.Id(element), _file.Name(element), Result(Type())),
            _ => null,
        };
    }

    /// <summary>The variable of a function may be typed as the function or, in older files, as its result.</summary>
    private static FeelType Result(FeelType type)
    {
        var target = type is NamedType named ? named.Target : type;
        return target is FunctionType function ? function.Result : type;
    }

    private void RefuseTwice(XElement source, DrgElement element)
    {
        if (element.Id.Length > 0 && !_byId.TryAdd(element.Id, element))
        {
            _file.Error(source, $"Expected each id once, but '{element.Id}' comes twice.");
        }

        if (element.Name.Length > 0 && !_names.Add(element.Name))
        {
            _file.Error(source, $"Expected each name once, but '{element.Name}' comes twice.");
        }
    }

    private void Define(XElement source, DrgElement element, ItemDefinitions types, BoxedExpressions expressions)
    {
        switch (element)
        {
            case DecisionElement decision:
                decision.Requirements = Requirements(source);
                decision.Logic = expressions.Within(source, Place(decision.Name, decision.Requirements, types));
                break;
            case KnowledgeElement knowledge:
                knowledge.Requirements = Requirements(source);

                if (_file.Child(source, "encapsulatedLogic") is { } logic)
                {
                    var place = Place(knowledge.Name, [.. knowledge.Requirements, new Requirement(knowledge, null)], types);
                    (knowledge.Parameters, knowledge.ParameterTypes, knowledge.Body) = expressions.Signature(logic, place);
                }

                break;
            case ServiceElement service:
                service.Inputs = [.. References(source, "inputData"), .. References(source, "inputDecision")];
                service.Outputs = [.. References(source, "outputDecision").Select(output => output.Element).OfType<DecisionElement>()];
                _ = References(source, "encapsulatedDecision").ToList();
                break;
        }
    }

    private IReadOnlyList<Requirement> Requirements(XElement source) =>
    [
        .. _file.Children(source, "informationRequirement").SelectMany(requirement => References(requirement, "requiredInput").Concat(References(requirement, "requiredDecision"))),
        .. _file.Children(source, "knowledgeRequirement").SelectMany(requirement => References(requirement, "requiredKnowledge")),
    ];

    private IEnumerable<Requirement> References(XElement parent, string name) =>
        _file.Children(parent, name).Select(Reference).OfType<Requirement>();

    /// <summary>What <c>href</c> points to: <c>#id</c> here, or <c>namespace#id</c> in an imported model.</summary>
    private Requirement? Reference(XElement reference)
    {
        var href = reference.Attribute("href")?.Value ?? "";
        var hash = href.IndexOf('#', StringComparison.Ordinal);
        var (@namespace, id) = hash < 0 ? ("", href) : (href[..hash], href[(hash + 1)..]);

        if (@namespace.Length == 0 || @namespace == DmnFile.Namespace(_file.Root))
        {
            if (_byId.TryGetValue(id, out var element))
            {
                return new Requirement(element, null);
            }
        }
        else
        {
            var (prefix, model) = _imports.Find(import => import.Model.Namespace == @namespace);

            if (model?.Elements.FirstOrDefault(element => element.Id == id) is { } imported)
            {
                return new Requirement(imported, prefix);
            }
        }

        _file.Error(reference, $"Expected '{reference.Name.LocalName}' to point to an element, but there is no '{href}'.");
        return null;
    }

    private static Place Place(string name, IReadOnlyList<Requirement> requirements, ItemDefinitions types)
    {
        var names = requirements.SelectMany(requirement => requirement.Import is null
            ? (IEnumerable<string>)[requirement.Element.Name]
            : [requirement.Import, requirement.Element.Name]);
        return new Place(name, new FeelVocabulary(names.Concat(types.ComponentNames), types.Types), []);
    }

    /// <summary>A decision must not require itself. Business knowledge may call itself.</summary>
    private void RefuseCircles()
    {
        // Decisions that wait for none are taken away, and so on, until none is left but those in circles and behind them.
        var waiting = _elements.Where(entry => entry.Element is DecisionElement).ToList();
        var requiredBy = waiting
            .SelectMany(entry => ((DecisionElement)entry.Element).Requirements.Select(requirement => (requirement.Element, By: entry.Element)))
            .ToLookup(pair => pair.Element, pair => pair.By);
        var open = waiting.ToDictionary(entry => entry.Element, entry => ((DecisionElement)entry.Element).Requirements.Count(requirement => requirement.Element is DecisionElement && requirement.Import is null));
        var ready = new Queue<DrgElement>(open.Where(entry => entry.Value == 0).Select(entry => entry.Key));

        while (ready.TryDequeue(out var made))
        {
            open.Remove(made);

            foreach (var by in requiredBy[made].Where(by => --open[by] == 0))
            {
                ready.Enqueue(by);
            }
        }

        foreach (var (source, element) in waiting.Where(entry => open.ContainsKey(entry.Element)))
        {
            _file.Error(source, $"Expected decision '{element.Name}' to be made from others, but it requires itself, or one that does.");
        }
    }
}
