using System.Xml.Linq;
using Workflows.Definitions.Decisions.Reading;

namespace Workflows.Definitions.Decisions;

/// <summary>DMN files of which some import others (DMN 1.5, 6.3.3), each read once and after those that it needs.</summary>
public sealed class DecisionFiles
{
    private readonly Dictionary<string, XDocument> documents;
    private readonly Func<string, string, bool> sees;
    private readonly List<DefinitionError> errors = [];

    /// <summary>What was read so far; null for what is being read or has errors.</summary>
    private readonly Dictionary<string, DecisionModel?> models = new(StringComparer.Ordinal);
    private readonly List<string> path = [];

    /// <param name="documents">The files by source.</param>
    /// <param name="sees">Tells of the sources of two files whether the first may import the second.</param>
    public DecisionFiles(IReadOnlyDictionary<string, XDocument> documents, Func<string, string, bool> sees)
    {
        this.documents = new(documents, StringComparer.Ordinal);
        this.sees = sees;
        foreach (var source in documents.Keys.Order(StringComparer.Ordinal))
        {
            Read(source);
        }
    }

    /// <summary>The files without errors, by source.</summary>
    public IReadOnlyDictionary<string, DecisionModel> Models =>
        models.Where(read => read.Value is not null).ToDictionary(read => read.Key, read => read.Value!, StringComparer.Ordinal);

    /// <summary>What is wrong: with a file itself, with what it imports, or that files import each other in a circle.</summary>
    public IReadOnlyList<DefinitionError> Errors => errors;

    private DecisionModel? Read(string source)
    {
        if (models.TryGetValue(source, out var known))
        {
            return known;
        }

        models[source] = null;
        path.Add(source);
        var file = new DmnFile(documents[source], source);
        List<DecisionModel> imported = [.. file.ModelImports.Select(import => Imported(file, import)).OfType<DecisionModel>()];
        path.RemoveAt(path.Count - 1);
        errors.AddRange(file.Errors);
        try
        {
            return file.Errors.Count > 0 ? null : models[source] = DecisionModel.Read(documents[source], source, imported);
        }
        catch (DefinitionException exception)
        {
            errors.AddRange(exception.Errors);
            return null;
        }
    }

    /// <summary>The model that is imported; null where it cannot be, with an error unless no file has its namespace, which the model's own reader tells.</summary>
    private DecisionModel? Imported(DmnFile file, XElement import)
    {
        var @namespace = DmnFile.Namespace(import);
        var candidates = documents.Where(other => sees(file.Source, other.Key) && DmnFile.Namespace(other.Value.Root!) == @namespace).Select(other => other.Key).Order(StringComparer.Ordinal).ToList();
        switch (candidates)
        {
            case []:
                return null;
            case [var source] when path.IndexOf(source) is var begin and >= 0:
                file.Error(import, $"Expected imports without a circle, but found {string.Join(" → ", path.Skip(begin).Append(source))}.");
                return null;
            case [var source]:
                var model = Read(source);
                if (model is null)
                {
                    file.Error(import, $"Expected '{source}' to be imported, but it has errors.");
                }

                return model;
            default:
                file.Error(import, $"Expected one model of the namespace '{@namespace}' to import, but found {string.Join(" and ", candidates)}.");
                return null;
        }
    }
}
