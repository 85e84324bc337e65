using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Supervision;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Clocks;

public class ClockRulesReaderSpecs
{
    private const string Ladders = """
        ladders:
          - kind: promise
            basis: 规则书
            rungs:
              - { name: 预警, level: warning, before: 2 }
              - { name: 黄牌, level: yellow, after: 0 }
        """;

    [Fact]
    public void The_library_cards_the_promise_yellow_and_the_law_red()
    {
        var rules = LibraryReader.Read(LibraryFolder.Path).Clocks;

        rules.Ladders.Single(ladder => ladder.Kind is ClockKind.Promise).Rungs.ShouldBe([new("承诺时限预警", AlertLevel.Warning, -2), new("超承诺时限", AlertLevel.Yellow, 0)]);
        rules.Ladders.Single(ladder => ladder.Kind is ClockKind.Statutory).Rungs.ShouldHaveSingleItem().Level.ShouldBe(AlertLevel.Red);
        rules.Limits[ClockKind.Delivery].Amount.ShouldBe(10);
        rules.Limits[ClockKind.Forwarding].Amount.ShouldBe(1);
        rules.Limits[ClockKind.Reply].Amount.ShouldBe(5);
    }

    [Theory]
    [InlineData("before: 2", "before: 0", 5, "Expected 'before' to be greater than 0, but it is 0; the instant of expiry is 'after: 0'.")]
    [InlineData("after: 0", "after: -1", 6, "Expected 'after' to be 0 or more, but it is -1.")]
    [InlineData(", after: 0", "", 6, "Expected rung '黄牌' to have either 'before' or 'after', but it has neither.")]
    [InlineData("after: 0", "after: 0, before: 1", 6, "Expected rung '黄牌' to have either 'before' or 'after', but it has both.")]
    [InlineData("level: warning", "level: red", 5, "Expected rungs in the order in which they are passed and each at least as serious as the one before, but '黄牌' follows '预警'.")]
    [InlineData("name: 黄牌", "name: 预警", 5, "Expected each rung once, but '预警' stands twice.")]
    [InlineData("level: yellow", "level: blue", 6, "Expected 'ladders[0].rungs[1].level' to be one of warning, yellow, red, but it is 'blue'.")]
    public void A_wrong_ladder_names_its_place(string right, string wrong, int line, string message)
    {
        using var library = new TemporaryLibrary().With("clocks/ladders.yaml", Ladders.Replace(right, wrong, StringComparison.Ordinal));

        var error = LibraryReader.Read(library.Folder).Errors.Where(error => error.Source.StartsWith("clocks/", StringComparison.Ordinal)).ShouldHaveSingleItem();

        error.Message.ShouldBe(message);
        error.Line.ShouldBe(line);
    }

    [Fact]
    public void Another_file_beside_them_is_refused()
    {
        using var library = new TemporaryLibrary().With("clocks/ladder.yaml", Ladders);

        LibraryReader.Read(library.Folder).Errors.Where(error => error.Source.StartsWith("clocks/", StringComparison.Ordinal)).ShouldHaveSingleItem().Message.ShouldBe("Expected only clocks/limits.yaml and clocks/ladders.yaml, but found 'clocks/ladder.yaml'.");
    }
}
