using System.Xml.Linq;
using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Decisions.Reading;

/// <summary>Reads the item definitions of a file (DMN 1.5 §7.3.3), and finds types by name.</summary>
internal sealed class ItemDefinitions
{
    private readonly DmnFile _file;
    private readonly Dictionary<string, FeelType> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _componentNames = new(StringComparer.Ordinal);

    public ItemDefinitions(DmnFile file, IEnumerable<(string Name, DecisionModel Model)> imports)
    {
        _file = file;

        foreach (var (prefix, model) in imports)
        {
            foreach (var (name, type) in model.Types)
            {
                _types[$"{prefix}.{name}"] = type;
            }
        }

        var definitions = file.Children(file.Root, "itemDefinition").Select(element => (Element: element, Type: new NamedType(file.Name(element)))).ToList();

        foreach (var (element, type) in definitions)
        {
            if (!_types.TryAdd(type.Name, type))
            {
                file.Error(element, $"Expected each item definition once, but '{type.Name}' comes twice.");
            }
        }

        definitions.ForEach(definition => definition.Type.Target = Read(definition.Element));
        definitions.ForEach(definition => RefuseCircle(definition.Element, definition.Type));
    }

    public IReadOnlyDictionary<string, FeelType> Types => _types;

    /// <summary>The names of all components, which paths may hold.</summary>
    public IReadOnlyCollection<string> ComponentNames => _componentNames;

    /// <summary>The type that the attribute names; Any without it.</summary>
    public FeelType Of(XElement element, string attribute = "typeRef") =>
        element.Attribute(attribute) is { } reference ? Find(reference.Value, reference) : FeelType.Any;

    private FeelType Find(string reference, XObject place)
    {
        // DMN 1.1 wrote qualified names: feel:string, tns:tLoan.
        var name = reference.Trim();
        var local = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];

        if (_types.TryGetValue(name, out var type) || _types.TryGetValue(local, out type) || FeelType.BuiltIn.TryGetValue(local, out type))
        {
            return type;
        }

        _file.Error(place, $"Expected the name of a type, but '{name}' is neither built in nor an item definition.");
        return FeelType.Any;
    }

    private FeelType Read(XElement definition)
    {
        var type = Core(definition);

        if (_file.Child(definition, "allowedValues") is { } allowed)
        {
            type = Constrained(type, allowed);
        }

        if (IsCollection(definition))
        {
            type = new ListType(type);
        }

        return _file.Child(definition, "typeConstraint") is { } constraint ? Constrained(type, constraint) : type;
    }

    private bool IsCollection(XElement definition)
    {
        var text = definition.Attribute("isCollection")?.Value.Trim();
        if (text is not (null or "true" or "false" or "1" or "0"))
        {
            _file.Error(definition, $"Expected 'isCollection' to be true or false, but it is '{text}'.");
        }

        return text is "true" or "1";
    }

    private FeelType Core(XElement definition)
    {
        var components = _file.Children(definition, "itemComponent").ToList();

        if (components.Count > 0)
        {
            return new ContextType([.. components.Select(component =>
            {
                var name = _file.Name(component);
                _componentNames.Add(name);
                return KeyValuePair.Create(name, Read(component));
            })]);
        }

        if (_file.Child(definition, "functionItem") is { } function)
        {
            return new FunctionType([.. _file.Children(function, "parameters").Select(parameter => Of(parameter))], Of(function, "outputTypeRef"));
        }

        return _file.Child(definition, "typeRef") is { } reference ? Find(reference.Value, reference) : FeelType.Any;
    }

    private FeelType Constrained(FeelType type, XElement constraint)
    {
        var text = _file.Child(constraint, "text");

        if (text is null || string.IsNullOrWhiteSpace(text.Value))
        {
            return type;
        }

        try
        {
            return Parser.UnaryTests(text.Value, FeelVocabulary.Empty) is { } tests ? new ConstrainedType(type, tests) : type;
        }
        catch (FeelSyntaxException error)
        {
            _file.Error(text, error);
            return type;
        }
    }

    /// <summary>A type may hold itself, but not be itself.</summary>
    private void RefuseCircle(XElement element, NamedType type)
    {
        var seen = new HashSet<FeelType>();

        for (FeelType? next = type; next is not null; next = next switch
        {
            NamedType named => named.Target,
            ConstrainedType constrained => constrained.Target,
            ListType list => list.Element,
            _ => null,
        })
        {
            if (next is NamedType && !seen.Add(next))
            {
                type.Target = FeelType.Any;
                _file.Error(element, $"Expected item definition '{type.Name}' to be defined by others, but it is defined by itself.");
                return;
            }
        }
    }
}
