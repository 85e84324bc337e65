using Shouldly;
using Workflows.Definitions.Feel;
using Xunit;

namespace Workflows.Specs.Feel;

public class ContextSpecs
{
    [Theory]
    [InlineData("{a: 1, b: a + 1}.b", "2")]
    [InlineData("{\"x y\": 1}.x y", "1")]
    [InlineData("get value(applicant, \"kind\")", "\"enterprise\"")]
    [InlineData("get value(applicant, \"none\")", "null")]
    [InlineData("get entries({a: 1})", "[{key: \"a\", value: 1}]")]
    [InlineData("context([{key: \"a\", value: 1}, {key: \"b\", value: 2}])", "{a: 1, b: 2}")]
    [InlineData("context put({a: 1}, \"b\", 2)", "{a: 1, b: 2}")]
    [InlineData("context put({a: {b: 1}}, [\"a\", \"b\"], 2)", "{a: {b: 2}}")]
    [InlineData("context merge([{a: 1}, {a: 2, b: 3}])", "{a: 2, b: 3}")]
    [InlineData("materials.code", "[\"A1\", \"B2\"]")]
    [InlineData("materials[original = false].pages", "[12]")]
    [InlineData("materials[-1].code", "\"B2\"")]
    [InlineData("materials[item.pages > 5][1].code", "\"B2\"")]
    [InlineData("null.a", "null")]
    public void A_context_answers(string expression, string expected) => FeelCase.ShouldBe(expression, expected);

    [Theory]
    [InlineData("applicant.address", "Expected an entry 'address', but the context has none.")]
    [InlineData("\"text\".length", "Expected a property 'length', but string \"text\" has none.")]
    [InlineData("context([{key: \"a\"}])", "Expected entries with a key of their own and a value")]
    [InlineData("context merge([{a: 1}, 2])", "Expected a list of contexts, but found 2 in it.")]
    [InlineData("context put({a: 1}, [\"a\", \"b\"], 2)", "Expected a context under 'a', but found 1.")]
    public void A_context_refuses(string expression, string warning) => FeelCase.ShouldFail(expression, warning);

    [Fact]
    public void Entries_keep_the_order_in_which_they_were_put()
    {
        var context = FeelContext.Empty.With("b", 1).With("a", 2).With("b", 3);

        context.Entries.Keys.ShouldBe(["b", "a"]);
        context["b"].ShouldBe(3);
        context.Without("b").Entries.Keys.ShouldBe(["a"]);
    }

    [Fact]
    public void Contexts_are_equal_whatever_their_order()
    {
        var one = FeelContext.Empty.With("a", 1).With("b", new FeelList(["x", true]));
        var other = FeelContext.Empty.With("b", new FeelList(["x", true])).With("a", 1.0m);

        other.ShouldBe(one, "they are equal by value");
        other.GetHashCode().ShouldBe(one.GetHashCode());
        one.With("c", FeelValue.Null).ShouldNotBe(one);
    }

    [Fact]
    public void The_entries_of_another_context_replace_those_of_the_same_name()
    {
        var one = FeelContext.Empty.With("a", 1).With("b", 2);

        one.With(FeelContext.Empty.With("c", 3).With("a", 4)).ShouldBe(FeelContext.Empty.With("a", 4).With("b", 2).With("c", 3));
        one.With(FeelContext.Empty).ShouldBeSameAs(one);
        FeelContext.Empty.With(one).ShouldBeSameAs(one);
    }

    [Fact]
    public void A_long_context_finds_its_entries_too()
    {
        var context = Enumerable.Range(0, 40).Aggregate(FeelContext.Empty, (sofar, i) => sofar.With($"name {i}", i));

        context["name 33"].ShouldBe(33);
        context["name 40"].ShouldBe(FeelValue.Null);
        context.With("name 33", "x")["name 33"].ShouldBe("x");
        context["name 33"].ShouldBe(33);
    }
}
