using System.Xml.Linq;
using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Decisions.Reading;

/// <summary>Turns boxed expressions (DMN 1.5 §10.2) into the same nodes that FEEL's text becomes.</summary>
internal sealed class BoxedExpressions(DmnFile file, ItemDefinitions types)
{
    /// <summary>The elements that are expressions.</summary>
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "literalExpression", "decisionTable", "context", "invocation", "functionDefinition", "relation", "list", "conditional", "filter", "for", "every", "some",
    };

    private static readonly Node Nothing = new Constant(FeelValue.Null);

    /// <summary>The expression among the children; null where there is none.</summary>
    public Node? Within(XElement parent, Place place) => Expression(parent) is { } expression ? Read(expression, place) : null;

    public Node Read(XElement expression, Place place)
    {
        var node = expression.Name.LocalName switch
        {
            "literalExpression" => Literal(expression, place),
            "decisionTable" => new DecisionTables(file, types, this).Read(expression, place),
            "context" => Context(expression, place),
            "invocation" => Invocation(expression, place),
            "functionDefinition" => Function(expression, place),
            "relation" => Relation(expression, place),
            "list" => new ListNode([.. file.Children(expression).Where(IsExpression).Select(item => Read(item, place))]),
            "conditional" => new IfNode(Part(expression, "if", place), Part(expression, "then", place), Part(expression, "else", place)),
            "filter" => new FilterNode(Part(expression, "in", place), Part(expression, "match", place.With("item", isItem: true))),
            "for" => For(expression, place),
            _ => Quantified(expression, place),
        };

        if (node.Depth > FeelLimits.Nesting * 2)
        {
            file.Error(expression, $"Expected at most {FeelLimits.Nesting * 2} expressions within each other, but found more.");
            return Nothing;
        }

        return node;
    }

    /// <summary>The expression in the element's <c>text</c>; an error where there is none.</summary>
    public Node Text(XElement element, Place place) => Text(element, text => Parser.Expression(text, place.Vocabulary, place.Locals).Node) ?? Missing(element, "text");

    /// <summary>The tests in the element's <c>text</c>; null where any input will do.</summary>
    public TestsNode? Tests(XElement element, Place place) => Text(element, text => Parser.UnaryTests(text, place.Vocabulary, place.Locals));

    /// <summary>Parameters and body of a function definition or of encapsulated logic.</summary>
    public (string[] Names, FeelType[] Types, Node? Body) Signature(XElement function, Place place)
    {
        var parameters = file.Children(function, "formalParameter").ToList();
        var names = parameters.Select(file.Name).ToArray();
        var kind = function.Attribute("kind")?.Value ?? "FEEL";

        var body = kind is "FEEL"
            ? Within(function, names.Aggregate(place, (inner, name) => inner.With(name)))
            : new FailNode($"Expected a function whose body is FEEL, but found one in {kind}, which is not supported.");
        return (names, [.. parameters.Select(parameter => types.Of(parameter))], body);
    }

    private static bool IsExpression(XElement element) => Kinds.Contains(element.Name.LocalName);

    private XElement? Expression(XElement parent) => file.Children(parent).FirstOrDefault(IsExpression);

    private Node Literal(XElement expression, Place place)
    {
        var language = expression.Attribute("expressionLanguage")?.Value ?? file.Root.Attribute("expressionLanguage")?.Value;

        if (language is not (null or "") && !language.Contains("FEEL", StringComparison.OrdinalIgnoreCase))
        {
            file.Error(expression, $"Expected an expression in FEEL, but found one in '{language}'.");
            return Nothing;
        }

        return Text(expression, place);
    }

    private ContextNode Context(XElement expression, Place place)
    {
        var (names, values) = (new List<string>(), new List<Node>());
        Node? result = null;

        foreach (var entry in file.Children(expression, "contextEntry"))
        {
            if (file.Child(entry, "variable") is { } variable)
            {
                var name = file.Name(variable);
                var value = Within(entry, place with { Name = name }) ?? Missing(entry, "an expression");
                names.Add(name);
                values.Add(Typed(variable, name, value));
                place = place.With(name);
            }
            else
            {
                result = Within(entry, place) ?? Missing(entry, "an expression");
            }
        }

        foreach (var name in names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            file.Error(expression, $"Expected each entry of a context once, but '{name}' comes twice.");
        }

        return new ContextNode([.. names], [.. values], result);
    }

    private CallNode Invocation(XElement expression, Place place)
    {
        var bindings = file.Children(expression, "binding").ToList();
        var names = bindings.Select(binding => file.Child(binding, "parameter") is { } parameter ? file.Name(parameter) : "").ToArray();
        Node[] values = [.. bindings.Select(binding => Within(binding, place) ?? Missing(binding, "an expression"))];
        return new CallNode(Within(expression, place) ?? Missing(expression, "an expression"), values, names.Length == 0 ? null : names);
    }

    private FunctionNode Function(XElement expression, Place place)
    {
        var (names, parameterTypes, body) = Signature(expression, place);
        return new FunctionNode(names, parameterTypes, body ?? Missing(expression, "an expression"));
    }

    private ListNode Relation(XElement expression, Place place)
    {
        string[] columns = [.. file.Children(expression, "column").Select(file.Name)];
        var rows = new List<Node>();

        foreach (var row in file.Children(expression, "row"))
        {
            Node[] cells = [.. file.Children(row).Where(IsExpression).Select(cell => Read(cell, place))];

            if (cells.Length == columns.Length)
            {
                rows.Add(new RowNode(columns, cells));
            }
            else
            {
                file.Error(row, $"Expected a row of {columns.Length} cells, but found {cells.Length}.");
            }
        }

        return new ListNode([.. rows]);
    }

    private ForNode For(XElement expression, Place place)
    {
        var (domain, variable) = Domain(expression, place);
        return new ForNode([domain], Part(expression, "return", place.With("partial").With(variable)), usesPartial: true);
    }

    private QuantifiedNode Quantified(XElement expression, Place place)
    {
        var (domain, variable) = Domain(expression, place);
        return new QuantifiedNode(expression.Name.LocalName == "every", [domain], Part(expression, "satisfies", place.With(variable)));
    }

    private (IterationDomain Domain, string Variable) Domain(XElement expression, Place place)
    {
        var variable = expression.Attribute("iteratorVariable")?.Value ?? "";

        if (variable.Length == 0)
        {
            file.Error(expression, $"Expected '{expression.Name.LocalName}' to have an iteratorVariable, but it has none.");
        }

        return (new IterationDomain(Part(expression, "in", expression.Name.LocalName == "for" ? place.With("partial") : place), null), variable);
    }

    private Node Part(XElement expression, string name, Place place) =>
        file.Child(expression, name) is { } part && Within(part, place) is { } node ? node : Missing(expression, $"an expression in '{name}'");

    private Node Typed(XElement variable, string name, Node value) =>
        types.Of(variable) is { } type && type != FeelType.Any ? new ConformingNode(value, type, name) : value;

    private T? Text<T>(XElement element, Func<string, T?> parse)
        where T : class
    {
        if (file.Child(element, "text") is not { } text || string.IsNullOrWhiteSpace(text.Value))
        {
            return null;
        }

        try
        {
            return parse(text.Value);
        }
        catch (FeelSyntaxException error)
        {
            file.Error(text, error);
            return parse("null");
        }
    }

    private Node Missing(XElement element, string what)
    {
        file.Error(element, $"Expected '{element.Name.LocalName}' to have {what}, but it has none.");
        return Nothing;
    }
}
