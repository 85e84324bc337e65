using System.Text.Json;
using Shouldly;
using Workflows.Definitions.Feel;
using Xunit;

namespace Workflows.Specs.Feel;

public class FeelJsonSpecs
{
    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("1.5")]
    [InlineData("\"含山县\\n\"")]
    [InlineData("[1, [\"a\"], {a: null, 面积: [2]}]")]
    [InlineData("@\"2026-02-13\"")]
    [InlineData("@\"-999999999-01-01\"")]
    [InlineData("@\"09:30:00.5+08:00\"")]
    [InlineData("@\"2026-02-13T09:30:00@Asia/Shanghai\"")]
    [InlineData("@\"-P1DT2H0.25S\"")]
    [InlineData("@\"P1Y2M\"")]
    [InlineData("[1..@\"P1D\".days)")]
    [InlineData("(>= @\"2026-01-01\")")]
    [InlineData("{\"@\": \"date\", value: 3}")]
    public void A_value_survives_json(string expression)
    {
        var value = FeelCase.Evaluate(expression).Value;

        FeelJson.Parse(FeelJson.Text(value)).ShouldBe(value);
    }

    [Fact]
    public void Dates_are_marked_and_the_rest_is_plain_json()
    {
        var value = FeelCase.Evaluate("{on: @\"2026-02-13\", 营业面积: 80.50, list: [1, \"a\"]}").Value;

        FeelJson.Text(value).ShouldBe("""{"on":{"@":"date","value":"2026-02-13"},"营业面积":80.5,"list":[1,"a"]}""");
    }

    [Theory]
    [InlineData("""{"@":"date","value":"2026-02-30"}""")]
    [InlineData("""{"@":"colour","value":"red"}""")]
    [InlineData("1e40")]
    public void What_cannot_be_read_is_refused(string json) => Should.Throw<FormatException>(() => FeelJson.Parse(json)).Message.ShouldStartWith("Expected");

    [Fact]
    public void What_is_no_json_is_refused() => Should.Throw<JsonException>(() => FeelJson.Parse("{"));
}
