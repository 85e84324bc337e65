using Microsoft.EntityFrameworkCore;
using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Engine.Cases;
using Workflows.Engine.Journal;
using Workflows.Engine.Storage;
using Workflows.Specs.Execution;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Storage;

/// <summary>Cases and commands of sizes that nobody should send.</summary>
public sealed class SizeSpecs
{
    private static readonly FeelContext TenMegabytes = FeelContext.Empty.With("scan", new string('x', 10 * 1024 * 1024));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task A_variable_of_ten_megabytes_is_refused_and_the_case_goes_on_without_it(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);
        var started = await engine.StartCase();
        var item = started.WorkItems.Keys.Single();

        var refused = Rejection(await engine.Send(started.Id, SampleService.Clerk, new CompleteWorkItem(item, "accepted", null, TenMegabytes), "complete"));

        refused.Code.ShouldBe(RejectionCode.CommandTooLarge);
        refused.Message.ShouldBe("Expected a command to case 'case-1' to write at most 8 MB, but it would write 10 MB.");
        Accepted(await engine.Send(started.Id, SampleService.Clerk, new CompleteWorkItem(item, "accepted", null), "complete")).Sequence.ShouldBe(2);
        (await engine.Get<JournalReader>().Verify(started.Id, Cancellation)).Reason.ShouldBeNull();
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task A_form_of_ten_megabytes_starts_no_case_and_takes_no_number(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);

        var refused = Rejection(await engine.Send("large", SampleService.Clerk, SampleService.Start with { Form = TenMegabytes }));

        refused.Code.ShouldBe(RejectionCode.CommandTooLarge);
        (await engine.StartCase()).Number.ShouldBe("YJS202603020001");
        await using var db = engine.Get<EngineDatabase>().Open();
        (await db.Cases.CountAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public void A_case_with_ten_thousand_tokens_is_stored_and_goes_on()
    {
        var run = new ProcessRun("""
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f0" sourceRef="start" targetRef="many" />
            <bpmn:userTask id="many" approval:department="department" approval:role="officer">
              <bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>10000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>
            </bpmn:userTask>
            """);

        var restored = CaseJson.ReadCase(CaseJson.Pack(run.State));

        restored.WorkItems.Values.Count(item => item.IsOpen).ShouldBe(10_000);
        CaseJson.Write(restored).ShouldBe(CaseJson.Write(run.State));
        run.Complete("many").Open().Count().ShouldBe(9_999);
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task A_long_state_is_packed_in_its_row_and_read_as_it_was(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);
        var form = Enumerable.Range(1, 100).Aggregate(FeelContext.Empty, (fields, number) => fields.With($"field{number}", "同意"));

        var started = Accepted(await engine.Send("case-1", SampleService.Clerk, SampleService.Start with { Form = form })).Case;

        await using var db = engine.Get<EngineDatabase>().Open();
        var state = (await db.Cases.SingleAsync(Cancellation)).State;

        state.Length.ShouldBeLessThan(CaseJson.Write(started).Length / 2);
        CaseJson.Unpack(state).ShouldBe(CaseJson.Write(started));
        CaseJson.Write(CaseJson.ReadCase(CaseJson.Write(started))).ShouldBe(CaseJson.Write(started));
    }
}
