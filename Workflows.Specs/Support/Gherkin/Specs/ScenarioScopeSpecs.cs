using Shouldly;
using Xunit;

namespace Workflows.Specs.Support.Gherkin.Specs;

public class ScenarioScopeSpecs
{
    [Fact]
    public async Task A_class_that_needs_itself_is_refused()
    {
        await using var scope = new ScenarioScope();

        Should.Throw<InvalidOperationException>(() => scope.Resolve(typeof(Chicken)))
            .Message.ShouldBe("Expected 'Chicken' not to need itself, but its constructors go in a circle.");
    }

    [Fact]
    public async Task Something_that_cannot_be_made_is_refused_by_name()
    {
        await using var scope = new ScenarioScope();

        Should.Throw<InvalidOperationException>(() => scope.Resolve(typeof(TimeProvider)))
            .Message.ShouldBe("Expected 'TimeProvider' to be a class with one public constructor, but it is not.");
    }

    public sealed class Chicken(Egg egg)
    {
        public Egg Egg { get; } = egg;
    }

    public sealed class Egg(Chicken chicken)
    {
        public Chicken Chicken { get; } = chicken;
    }
}
