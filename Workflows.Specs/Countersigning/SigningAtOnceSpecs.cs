using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Countersigning;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Engine.Journal;
using Workflows.Specs.Storage;
using Xunit;

namespace Workflows.Specs.Countersigning;

/// <summary>Two officers at the same instant, through the store: one is first, and the other is told what the first did.</summary>
public sealed class SigningAtOnceSpecs
{
    private const string Sign = """
        targetRef="sign"/>
          <userTask id="sign" name="会签" approval:department="service-centre" approval:role="window-clerk">
            <extensionElements>
              <approval:outcome code="agree" name="同意"/>
              <approval:outcome code="disagree" name="不同意"/>
              <approval:operation name="add-signer"/>
            </extensionElements>
            <multiInstanceLoopCharacteristics approval:countersign="any"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>
          </userTask>
          <sequenceFlow id="f2b" sourceRef="sign" targetRef="fork"/>
        """;

    private static readonly Actor Second = SampleService.Clerk with { AccountId = "clerk-2", Name = "孙综窗" };
    private static readonly Actor Asked = SampleService.Clerk with { AccountId = "clerk-3", Name = "钱综窗" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_who_sign_what_one_signature_decides_one_does()
    {
        await using var engine = await StartSigning();
        var (id, items) = await AtTheCountersign(engine);

        var results = await Task.WhenAll(
            Task.Run(() => engine.Send(id, SampleService.Clerk, new CompleteWorkItem(items[0], "agree", null)), Cancellation),
            Task.Run(() => engine.Send(id, Second, new CompleteWorkItem(items[1], "disagree", null)), Cancellation));

        results.OfType<CommandAccepted>().ShouldHaveSingleItem();
        results.OfType<CommandRejected>().ShouldHaveSingleItem().Rejection.Code.ShouldBe(RejectionCode.InvalidState);
        (await engine.Get<JournalReader>().Verify(id, Cancellation)).IsIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_a_decision_and_a_signer_who_is_added_nothing_is_left_over_whichever_is_first()
    {
        await using var engine = await StartSigning();
        var (id, items) = await AtTheCountersign(engine);

        var results = await Task.WhenAll(
            Task.Run(() => engine.Send(id, SampleService.Clerk, new AddSigner(items[0], Asked, SignerPlace.Before, "请先看")), Cancellation),
            Task.Run(() => engine.Send(id, Second, new CompleteWorkItem(items[1], "disagree", null)), Cancellation));

        results[1].ShouldBeOfType<CommandAccepted>();
        (results[0] as CommandRejected)?.Rejection.Code.ShouldBe(RejectionCode.InvalidState);
        var late = TestEngine.Rejection(await engine.Send(id, SampleService.Clerk, new CompleteWorkItem(items[0], "agree", null)));
        late.Message.ShouldContain("it is Withdrawn");
        TestEngine.Accepted(results[1]).Case.Instances.Values.Any(instance => instance.ElementId == "sign").ShouldBeFalse();
        (await engine.Get<JournalReader>().Verify(id, Cancellation)).IsIntact.ShouldBeTrue();
    }

    private static async Task<TestEngine> StartSigning()
    {
        var engine = await TestEngine.Start();
        engine.Get<DefinitionStore>().Remember(SampleService.Published(edit: main => main.Replace("""sourceRef="accept" targetRef="fork"/>""", $"""sourceRef="accept" {Sign}""")));

        return engine;
    }

    private static async Task<(string CaseId, int[] Items)> AtTheCountersign(TestEngine engine)
    {
        var started = await engine.StartCase();
        var accepted = TestEngine.Accepted(await engine.Send(started.Id, SampleService.Clerk, new CompleteWorkItem(started.WorkItems.Keys.Single(), "accepted", null)));

        return (started.Id, [.. accepted.Case.WorkItems.Values.Where(item => item.IsOpen).Select(item => item.Id)]);
    }
}
