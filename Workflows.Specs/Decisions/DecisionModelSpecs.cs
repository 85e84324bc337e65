using System.Text;
using Shouldly;
using Workflows.Definitions.Decisions;
using Workflows.Definitions.Feel;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Decisions;

public class DecisionModelSpecs
{
    private const string Input = "<inputData id=\"i\" name=\"floor area\"><variable name=\"floor area\" typeRef=\"number\"/></inputData>";

    private static readonly string Chain = $"""
        {Input}
        <decision id="base-fee" name="base fee"><variable name="base fee"/><informationRequirement><requiredInput href="#i"/></informationRequirement>{Dmn.Literal("floor area * 2")}</decision>
        <businessKnowledgeModel id="k" name="with tax"><variable name="with tax"/>
          <encapsulatedLogic><formalParameter name="amount" typeRef="number"/>{Dmn.Literal("amount * 1.06")}</encapsulatedLogic>
        </businessKnowledgeModel>
        <decision id="fee" name="fee"><variable name="fee" typeRef="number"/>
          <informationRequirement><requiredDecision href="#base-fee"/></informationRequirement>
          <knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
          {Dmn.Literal("with tax(base fee)")}
        </decision>
        <decisionService id="s" name="fee of">
          <variable name="fee of"/><outputDecision href="#fee"/><encapsulatedDecision href="#base-fee"/><inputData href="#i"/>
        </decisionService>
        """;

    [Theory]
    [InlineData("fee")]
    [InlineData("base-fee")]
    public void A_decision_is_found_by_name_and_by_id(string nameOrId) =>
        Dmn.Model(Chain).Evaluate(nameOrId, FeelContext.Empty.With("floor area", 50)).Value.ShouldBe(nameOrId == "fee" ? 106 : 100);

    [Fact]
    public void A_model_tells_its_decisions_and_what_they_need()
    {
        Dmn.Model(Chain).Decisions.Select(decision => (decision.Id, decision.Name, decision.Type, decision.IsFinal)).ShouldBe([("base-fee", "base fee", "Any", false), ("fee", "fee", "number", true)]);
        Dmn.Model(Chain).Decisions.ShouldAllBe(decision => decision.Inputs.Single() == "floor area");
    }

    [Fact]
    public void A_decision_service_answers_for_its_inputs() =>
        Dmn.Model(Chain).Evaluate("fee of", FeelContext.Empty.With("floor area", 50)).Value.ShouldBe(106);

    [Fact]
    public void A_missing_input_is_null_with_a_warning()
    {
        var result = Dmn.Model(Chain).Evaluate("base fee", FeelContext.Empty);

        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings[0].ShouldBe("Expected a value named 'floor area', but the scope has none.");
    }

    [Fact]
    public void An_input_of_another_type_is_null_with_a_warning()
    {
        var result = Dmn.Model(Chain).Evaluate("base fee", FeelContext.Empty.With("floor area", "fifty"));

        result.Warnings[0].ShouldBe("Expected 'floor area' to be number, but it is \"fifty\".");
    }

    [Fact]
    public void A_variable_of_the_case_does_not_stand_for_a_decision_of_that_name() =>
        Dmn.Model(Chain).Evaluate("fee", FeelContext.Empty.With("floor area", 50).With("base fee", 1)).Value.ShouldBe(106);

    [Fact]
    public void An_unknown_decision_is_a_bug_of_the_caller() =>
        Should.Throw<ArgumentException>(() => Dmn.Model(Chain).Evaluate("discount", FeelContext.Empty))
            .Message.ShouldStartWith("Expected a decision of 'test.dmn', but it has no 'discount'.");

    [Fact]
    public void A_long_chain_of_decisions_is_made()
    {
        var links = Enumerable.Range(1, 5_000).Select(n =>
            $"<decision id=\"d{n}\" name=\"d{n}\"><informationRequirement><requiredDecision href=\"#d{n - 1}\"/></informationRequirement>{Dmn.Literal($"d{n - 1} + 1")}</decision>");
        var model = Dmn.Model($"<decision id=\"d0\" name=\"d0\">{Dmn.Literal("0")}</decision>{string.Concat(links)}");

        model.Evaluate("d5000", FeelContext.Empty).Value.ShouldBe(5_000);
    }

    [Fact]
    public void Decisions_that_explode_together_meet_one_bound()
    {
        var greedy = Enumerable.Range(0, 50).Select(n => $"<decision id=\"d{n}\" name=\"d{n}\">{Dmn.Literal("count(for i in 1..100000 return i)")}</decision>");
        var all = string.Concat(Enumerable.Range(0, 50).Select(n => $"<informationRequirement><requiredDecision href=\"#d{n}\"/></informationRequirement>"));
        var model = Dmn.Model($"{string.Concat(greedy)}<decision id=\"all\" name=\"all\">{all}{Dmn.Literal("d1")}</decision>");

        var result = model.Evaluate("all", FeelContext.Empty);

        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings.ShouldHaveSingleItem().ShouldContain("steps");
    }

    [Fact]
    public void Types_constrain_what_comes_in()
    {
        var model = Dmn.Model($"""
            <itemDefinition name="tKind"><typeRef>string</typeRef><allowedValues><text>"person","enterprise"</text></allowedValues></itemDefinition>
            <itemDefinition name="tApplicant">
              <itemComponent name="kind"><typeRef>tKind</typeRef></itemComponent>
              <itemComponent name="phones" isCollection="true"><typeRef>string</typeRef></itemComponent>
            </itemDefinition>
            <inputData id="i" name="applicant"><variable name="applicant" typeRef="tApplicant"/></inputData>
            <decision id="d" name="kind"><variable name="kind" typeRef="tKind"/><informationRequirement><requiredInput href="#i"/></informationRequirement>{Dmn.Literal("applicant.kind")}</decision>
            """);

        Evaluate("""{"applicant": {"kind": "person", "phones": ["1"], "more": 1}}""").Value.ShouldBe("person");
        Evaluate("""{"applicant": {"kind": "person", "phones": "1"}}""").Value.ShouldBe("person", "a single value is a list of one");
        Evaluate("""{"applicant": {"phones": ["1"]}}""").Value.ShouldBe(FeelValue.Null, "what is left out is null");
        Evaluate("""{"applicant": {"kind": "robot"}}""").Warnings[0].ShouldStartWith("Expected 'applicant' to be tApplicant");

        DecisionResult Evaluate(string json) => model.Evaluate("kind", (FeelContext)FeelJson.Parse(json));
    }

    [Fact]
    public void A_type_may_hold_itself()
    {
        var model = Dmn.Model($"""
            <itemDefinition name="tUnit"><itemComponent name="parts" isCollection="true"><typeRef>tUnit</typeRef></itemComponent></itemDefinition>
            <inputData id="i" name="unit"><variable name="unit" typeRef="tUnit"/></inputData>
            <decision id="d" name="n"><informationRequirement><requiredInput href="#i"/></informationRequirement>{Dmn.Literal("count(unit.parts)")}</decision>
            """);

        model.Evaluate("n", (FeelContext)FeelJson.Parse("""{"unit": {"parts": [{"parts": []}, {"parts": []}]}}""")).Value.ShouldBe(2);
    }

    [Fact]
    public void An_imported_model_is_seen_through_its_prefix()
    {
        var shared = Dmn.Read(Dmn.Text(Chain, "urn:shared"));
        var model = Dmn.Model($"""
            <import name="fees" namespace="urn:shared" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
            <decision id="d" name="double">
              <informationRequirement><requiredDecision href="urn:shared#fee"/></informationRequirement>
              <knowledgeRequirement><requiredKnowledge href="urn:shared#k"/></knowledgeRequirement>
              {Dmn.Literal("fees.with tax(fees.fee) * 2")}
            </decision>
            """, shared);
        var inputs = FeelContext.Empty.With("fees", FeelContext.Empty.With("floor area", 50));

        model.Decisions.ShouldHaveSingleItem().Inputs.ShouldBe(["fees.floor area"]);
        model.Evaluate("double", inputs).Value.ShouldBe(224.72m);
    }

    [Fact]
    public void Business_knowledge_may_call_itself()
    {
        var model = Dmn.Model($"""
            <businessKnowledgeModel id="k" name="fact"><encapsulatedLogic><formalParameter name="n"/>{Dmn.Literal("if n < 2 then 1 else n * fact(n - 1)")}</encapsulatedLogic></businessKnowledgeModel>
            <decision id="d" name="d"><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>{Dmn.Literal("fact(5)")}</decision>
            <decision id="e" name="e"><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>{Dmn.Literal("fact(100000)")}</decision>
            """);

        model.Evaluate("d", FeelContext.Empty).Value.ShouldBe(120);
        model.Evaluate("e", FeelContext.Empty).Warnings.ShouldHaveSingleItem().ShouldContain("functions that call each other");
    }

    [Fact]
    public void What_is_read_is_written_again()
    {
        var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + Dmn.Text("\n  <!-- 保留 -->\n  <x:note xmlns:x=\"urn:x\" x:a=\"1\">任意</x:note>\n" + Chain);
        using var stream = new MemoryStream();

        Dmn.Read(text).Write(stream);

        Encoding.UTF8.GetString(stream.ToArray()).Replace("\r", "", StringComparison.Ordinal).Replace(" />", "/>", StringComparison.Ordinal)
            .ShouldBe(text.Replace("\r", "", StringComparison.Ordinal).Replace(" />", "/>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://www.omg.org/spec/DMN/20151101/dmn.xsd", "feel:number")]
    [InlineData("http://www.omg.org/spec/DMN/20180521/MODEL/", "number")]
    [InlineData("https://www.omg.org/spec/DMN/20191111/MODEL/", "number")]
    [InlineData("https://www.omg.org/spec/DMN/20211108/MODEL/", "number")]
    public void Older_files_are_read_too(string @namespace, string number)
    {
        var text = Dmn.Text(Chain).Replace("https://www.omg.org/spec/DMN/20230324/MODEL/", @namespace, StringComparison.Ordinal)
            .Replace("typeRef=\"number\"", $"typeRef=\"{number}\"", StringComparison.Ordinal);

        Dmn.Read(text).Evaluate("fee", FeelContext.Empty.With("floor area", 50)).Value.ShouldBe(106);
    }

    [Fact]
    public void Every_decision_of_the_library_can_be_read()
    {
        var files = Repository.Files("Workflows.Definitions", ".dmn").ToList();

        files.ShouldNotBeEmpty();

        foreach (var file in files)
        {
            using var stream = File.OpenRead(file);
            DecisionModel.Read(stream, Path.GetFileName(file)).Decisions.ShouldNotBeEmpty();
        }
    }
}
