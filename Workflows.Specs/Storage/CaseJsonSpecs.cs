using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Engine.Cases;
using Workflows.Engine.Storage;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Storage;

public sealed class CaseJsonSpecs
{
    [Fact]
    public async Task Reads_a_case_as_it_was_written()
    {
        await using var engine = await Start();
        var state = await Corrected(engine);

        var read = CaseJson.ReadCase(CaseJson.Write(state));

        CaseJson.Write(read).ShouldBe(CaseJson.Write(state));
        read.Applicant.ShouldBe(state.Applicant);
        read.Clocks.Values.ShouldContain(clock => clock.IsStopped);
        read.Variables["form"].ShouldBe(state.Variables["form"]);
    }

    [Fact]
    public async Task Replays_to_the_same_case_from_the_events_as_they_are_stored()
    {
        await using var engine = await Start();
        var started = Accepted(await engine.Send("case-1", SampleService.Clerk, SampleService.Start));
        var item = started.Case.WorkItems.Keys.Single();
        var completed = Accepted(await engine.Send("case-1", SampleService.Clerk, new CompleteWorkItem(item, "accepted", null)));

        var events = new[] { started, completed }.SelectMany(result => CaseJson.ReadEvents(CaseJson.Write(result.Events)));

        CaseJson.Write(CaseFolding.Replay(events)).ShouldBe(CaseJson.Write(completed.Case));
    }

    [Fact]
    public async Task Writes_Chinese_as_it_is_and_what_follows_from_the_rest_not_at_all()
    {
        await using var engine = await Start();

        var text = Encoding.UTF8.GetString(CaseJson.Write(await engine.StartCase()));

        text.ShouldContain("常州某某餐饮有限公司");
        text.ShouldNotContain("\"isOpen\"");
        text.ShouldNotContain("null");
    }

    [Fact]
    public void Keeps_every_kind_of_value_apart()
    {
        var values = FeelContext.Empty
            .With("text", "2026-03-02")
            .With("number", 0.10m)
            .With("date", FeelExpression.Parse("date(\"2026-03-02\")").Evaluate(FeelContext.Empty).Value)
            .With("duration", FeelExpression.Parse("duration(\"P3D\")").Evaluate(FeelContext.Empty).Value)
            .With("list", new FeelList([1, "a", FeelValue.Null]));

        var read = CaseJson.ReadEvent(CaseJson.Write(new VariablesSet(null, values))).ShouldBeOfType<VariablesSet>();

        read.Values.ShouldBe(values);
        read.ScopeId.ShouldBeNull();
    }

    [Fact]
    public void Names_every_event_in_kebab_case_and_each_once()
    {
        var named = typeof(CaseEvent).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>().ToList();
        var events = typeof(CaseEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent)));

        named.Select(name => name.DerivedType).ShouldBe(events, ignoreOrder: true);
        named.Select(name => (string)name.TypeDiscriminator!).ShouldBeUnique();
        named.ShouldAllBe(name => (string)name.TypeDiscriminator! == System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name.DerivedType.Name));
    }

    [Fact]
    public void Reads_an_event_whose_older_text_lacks_what_has_a_default()
    {
        var text = JsonNode.Parse(CaseJson.Write(new WorkItemCompleted(1, "accepted", "予以受理", "同意", new("clerk", "王综窗"), Monday)))!.AsObject();
        text.ContainsKey("byLaw").ShouldBeFalse();

        CaseJson.ReadEvent(Encoding.UTF8.GetBytes(text.ToJsonString())).ShouldBeOfType<WorkItemCompleted>().ByLaw.ShouldBeNull();
    }

    private static async Task<Workflows.Engine.Cases.Case> Corrected(TestEngine engine)
    {
        var started = await engine.StartCase();
        return Accepted(await engine.Send(
            started.Id,
            SampleService.Clerk,
            new RequestCorrection(started.WorkItems.Keys.Single(), [new(null, "area", "面积与平面图一致", null)], "面积不符"))).Case;
    }
}
