using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Supervision.Alerts;
using Workflows.Engine.Supervision.Scores;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Supervision;

/// <summary>Three warnings take three points, a yellow card five, a red one ten; what was withdrawn takes none.</summary>
public class MonthScoresSpecs
{
    [Theory]
    [InlineData("", 100)]
    [InlineData("w w", 100)]
    [InlineData("w w w", 97)]
    [InlineData("w w w w w w w", 94)]
    [InlineData("y", 95)]
    [InlineData("y r w", 85)]
    [InlineData("r r", 80)]
    public void Points_are_taken_by_level(string cards, int points)
    {
        var alerts = cards.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((card, index) => Card(card, index, "2026-03-10"));

        Score(alerts).Points.ShouldBe(points);
    }

    [Fact]
    public void Every_point_has_its_alert()
    {
        var score = Score([Card("w", 1, "2026-03-02"), Card("w", 2, "2026-03-03"), Card("w", 3, "2026-03-04"), Card("y", 4, "2026-03-05")]);

        score.Lines.Select(line => (line.AlertId, line.Points)).ShouldBe([("a1", 0), ("a2", 0), ("a3", 3), ("a4", 5)]);
    }

    [Fact]
    public void What_was_withdrawn_or_issued_in_another_month_takes_nothing() =>
        Score([Card("r", 1, "2026-03-10") with { State = AlertState.Withdrawn }, Card("r", 2, "2026-02-28"), Card("r", 3, "2026-04-01")]).Points.ShouldBe(100);

    [Fact]
    public void The_month_is_the_region_s()
    {
        // 23:30 on 31 March in Shanghai is still March; UTC has 15:30.
        var late = Card("r", 1, "2026-03-31") with { IssuedAt = new DateTimeOffset(2026, 3, 31, 15, 30, 0, TimeSpan.Zero) };
        var next = Card("r", 2, "2026-03-31") with { IssuedAt = new DateTimeOffset(2026, 3, 31, 16, 30, 0, TimeSpan.Zero) };

        Score([late, next]).Lines.Select(line => line.AlertId).ShouldBe(["a1"]);
    }

    [Theory]
    [InlineData("市场监管", "市场监管")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData(null, "")]
    public void A_field_of_the_export_is_text_and_never_a_formula(string? text, string field) => ScoreCsv.Field(text).ShouldBe(field);

    private static DepartmentScore Score(IEnumerable<Alert> alerts) =>
        MonthScores.Of(new DateOnly(2026, 3, 1), alerts, ["market"], 100, LibraryFolder.China).Departments.Single();

    private static Alert Card(string card, int number, string issuedOn)
    {
        var (level, points, every) = card switch
        {
            "w" => (AlertLevel.Warning, 3, 3),
            "y" => (AlertLevel.Yellow, 5, 1),
            _ => (AlertLevel.Red, 10, 1),
        };
        return new Alert
        {
            Id = $"a{number}",
            RuleId = "rule",
            RuleVersion = 1,
            Name = "监察事项",
            Finding = "发现",
            Basis = "依据",
            Family = SupervisionFamily.Timeliness,
            Level = level,
            Subject = "case",
            Department = "market",
            Evidence = new AlertEvidence(FeelContext.Empty, null, null),
            Points = points,
            PointsEvery = every,
            Recipients = [AlertRecipient.Officer],
            RaisedAt = Days.At(issuedOn, 10).AddMinutes(number),
            IssuedAt = Days.At(issuedOn, 10).AddMinutes(number),
            State = AlertState.Issued,
        };
    }
}
