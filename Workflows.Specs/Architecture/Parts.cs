using System.Reflection;
using System.Xml.Linq;
using Workflows.Definitions.Processes;
using Workflows.Designer;
using Workflows.Engine;
using Workflows.Specs.Support;

namespace Workflows.Specs.Architecture;

/// <summary>The assemblies of the product and their project files.</summary>
internal static class Parts
{
    public static readonly Assembly Definitions = typeof(ProcessDefinition).Assembly;
    public static readonly Assembly Engine = typeof(EngineProgram).Assembly;
    public static readonly Assembly Designer = typeof(DesignerProgram).Assembly;

    public static IReadOnlyList<Assembly> All { get; } = [Definitions, Engine, Designer];

    public static XElement Project(string name) => XElement.Load(Path.Combine(Repository.Root, name, $"{name}.csproj"));

    /// <summary>The <c>Include</c> of all items of a kind, e.g. PackageReference.</summary>
    public static IEnumerable<string> Items(this XElement project, string kind) => project.Descendants(kind).Attributes("Include").Select(include => include.Value);
}
