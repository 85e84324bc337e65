using Shouldly;
using Workflows.Engine.Inbox;
using Workflows.Engine.Storage;
using Workflows.Specs.Storage;
using Xunit;

namespace Workflows.Specs.Inbox;

public sealed class DeskSpecs
{
    private static readonly Workflows.Engine.Cases.Actor Colleague = SampleService.Clerk with { AccountId = "colleague", Name = "孙综窗" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task An_item_is_unread_until_it_is_opened_by_the_account_itself(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        var item = (await engine.StartCase()).WorkItems.Keys.Single();
        var inbox = engine.Get<InboxReader>();

        (await inbox.Unread(SampleService.Clerk, 10, Cancellation)).ShouldBe(1);
        await engine.Get<Desk>().Look("case-1", item, SampleService.Clerk, Cancellation);

        (await inbox.Unread(SampleService.Clerk, 10, Cancellation)).ShouldBe(0);
        (await inbox.Unread(Colleague, 10, Cancellation)).ShouldBe(1);
        (await inbox.Read(new InboxQuery(), new(), SampleService.Clerk, Cancellation)).Items.ShouldHaveSingleItem().IsUnread.ShouldBeFalse();
    }

    [Fact]
    public async Task Two_who_have_an_item_open_see_each_other_until_one_leaves_or_is_not_heard_of()
    {
        await using var engine = await TestEngine.Start();
        var item = (await engine.StartCase()).WorkItems.Keys.Single();
        var desk = engine.Get<Desk>();
        var told = new List<string>();
        using var listening = desk.Subscribe(told.Add);

        (await desk.Look("case-1", item, SampleService.Clerk, Cancellation)).ShouldBeEmpty();
        (await desk.Look("case-1", item, Colleague, Cancellation)).ShouldBe(["王综窗"]);
        (await desk.Others("case-1", item, SampleService.Clerk, Cancellation)).ShouldBe(["孙综窗"]);
        await desk.Leave("case-1", item, Colleague, Cancellation);
        (await desk.Others("case-1", item, SampleService.Clerk, Cancellation)).ShouldBeEmpty();
        engine.Time.Advance(Desk.Presence);
        (await desk.Others("case-1", item, Colleague, Cancellation)).ShouldBeEmpty();

        told.ShouldBe(["case-1", "case-1", "case-1"]);
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task A_draft_is_kept_and_a_second_screen_does_not_overwrite_it(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        var item = (await engine.StartCase()).WorkItems.Keys.Single();
        var desk = engine.Get<Desk>();
        var read = await desk.Draft("case-1", item, SampleService.Clerk, Cancellation);

        var kept = await desk.Keep("case-1", item, SampleService.Clerk, read with { Text = "材料齐全" }, Cancellation);
        var second = await desk.Keep("case-1", item, SampleService.Clerk, read with { Text = "另一窗口" }, Cancellation);

        kept.ShouldBe(new OpinionDraft("材料齐全", 1));
        second.ShouldBe(kept);
        (await desk.Draft("case-1", item, SampleService.Clerk, Cancellation)).ShouldBe(kept);
        (await desk.Draft("case-1", item, Colleague, Cancellation)).ShouldBe(new OpinionDraft("", 0));
    }
}
