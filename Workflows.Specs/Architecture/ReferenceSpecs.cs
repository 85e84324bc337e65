using System.Reflection;
using Shouldly;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Architecture;

/// <summary>One direction: the definitions know nobody, the engine knows the definitions, the designer knows both.</summary>
public class ReferenceSpecs
{
    [Theory]
    [InlineData("Workflows.Definitions")]
    [InlineData("Workflows.Engine", "Workflows.Definitions")]
    [InlineData("Workflows.Designer", "Workflows.Definitions", "Workflows.Engine")]
    public void A_project_refers_only_to_those_below_it(string project, params string[] below)
    {
        var assembly = Parts.All.Single(part => part.GetName().Name == project);

        Parts.Project(project).Items("ProjectReference").Select(Path.GetFileNameWithoutExtension).ShouldBe(below);
        OwnReferences(assembly).ShouldBeSubsetOf(below);
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Workflows.sln"));
        var missing = Repository.Files(".", ".csproj").Select(Path.GetFileName).Where(project => !solution.Contains(project!, StringComparison.Ordinal));

        missing.ShouldBeEmpty();
    }

    private static IEnumerable<string> OwnReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("Workflows.", StringComparison.Ordinal));
}
