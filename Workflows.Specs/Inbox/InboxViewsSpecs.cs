using Shouldly;
using Workflows.Engine.Inbox;
using Workflows.Engine.Storage;
using Workflows.Specs.Storage;
using Xunit;

namespace Workflows.Specs.Inbox;

public sealed class InboxViewsSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task A_view_is_saved_replaced_and_forgotten_by_its_account_alone(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        var views = engine.Get<InboxViews>();

        (await views.Save(new InboxView(" 我的超期 ", "scope=Mine&overdue=true"), SampleService.Clerk, Cancellation)).ShouldBe(InboxViewAnswer.Saved);
        (await views.Save(new InboxView("我的超期", "overdue=true"), SampleService.Clerk, Cancellation)).ShouldBe(InboxViewAnswer.Saved);

        (await views.Of(SampleService.Clerk, Cancellation)).ShouldBe([new InboxView("我的超期", "overdue=true")]);
        (await views.Of(SampleService.FoodOfficer, Cancellation)).ShouldBeEmpty();
        await views.Forget("我的超期", SampleService.FoodOfficer, Cancellation);
        (await views.Of(SampleService.Clerk, Cancellation)).Count.ShouldBe(1);
        await views.Forget("我的超期", SampleService.Clerk, Cancellation);
        (await views.Of(SampleService.Clerk, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_view_without_a_name_and_one_too_many_are_refused()
    {
        await using var engine = await TestEngine.Start();
        var views = engine.Get<InboxViews>();
        for (var number = 1; number <= InboxViews.Most; number++)
        {
            await views.Save(new InboxView($"视图{number}", ""), SampleService.Clerk, Cancellation);
        }

        (await views.Save(new InboxView("  ", ""), SampleService.Clerk, Cancellation)).ShouldBe(InboxViewAnswer.NameNotAllowed);
        (await views.Save(new InboxView(new string('长', InboxViews.LongestName + 1), ""), SampleService.Clerk, Cancellation)).ShouldBe(InboxViewAnswer.NameNotAllowed);
        (await views.Save(new InboxView("再一个", ""), SampleService.Clerk, Cancellation)).ShouldBe(InboxViewAnswer.TooMany);
        (await views.Save(new InboxView("视图1", "state=Claimed"), SampleService.Clerk, Cancellation)).ShouldBe(InboxViewAnswer.Saved);
    }
}
