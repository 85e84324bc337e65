using Microsoft.EntityFrameworkCore;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Inbox;
using Workflows.Engine.Lookup;
using Workflows.Engine.Storage;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Storage;

public sealed class InboxReaderSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Shows_a_department_its_own_items_only(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);
        await AcceptedCase(engine, "case-1");
        await engine.StartCase("case-2");

        var food = await Read(engine, new InboxQuery(), SampleService.FoodOfficer);
        var window = await Read(engine, new InboxQuery(), SampleService.Clerk);
        var tax = await Read(engine, new InboxQuery(), SampleService.FoodOfficer with { Department = "tax" });

        var row = food.Items.ShouldHaveSingleItem();
        (row.CaseId, row.Name, row.Matter, row.MatterName, row.ServiceName).ShouldBe(("case-1", "决定", "food-licence", "食品经营许可", "我要开店"));
        row.Due.ShouldBe(new Due(new DateOnly(2026, 3, 5), 3, ClockStatus.OnTime));
        window.Items.ShouldHaveSingleItem().CaseId.ShouldBe("case-2");
        tax.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Shows_people_what_their_post_may_do_and_a_head_also_the_officers_items()
    {
        await using var engine = await Start();
        await AcceptedCase(engine, "case-1");

        (await Read(engine, new InboxQuery(), SampleService.FoodOfficer with { Roles = [Role.WindowClerk] })).Total.ShouldBe(0);
        (await Read(engine, new InboxQuery(), SampleService.FoodOfficer with { Roles = [Role.DepartmentHead] })).Total.ShouldBe(1);
        (await Read(engine, new InboxQuery(), SampleService.FoodOfficer with { Department = null })).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Keeps_what_somebody_has_claimed_in_their_own_list_until_it_is_done()
    {
        await using var engine = await Start();
        var started = await engine.StartCase();
        var item = started.WorkItems.Keys.Single();
        var mine = new InboxQuery(InboxScope.Mine);

        (await Read(engine, mine, SampleService.Clerk)).Total.ShouldBe(0);
        Accepted(await engine.Send(started.Id, SampleService.Clerk, new ClaimWorkItem(item)));
        (await Read(engine, mine, SampleService.Clerk)).Items.ShouldHaveSingleItem().HolderName.ShouldBe("王综窗");
        Accepted(await engine.Send(started.Id, SampleService.Clerk, new CompleteWorkItem(item, "accepted", null)));
        (await Read(engine, mine, SampleService.Clerk)).Total.ShouldBe(0);
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Pages_through_the_items_what_is_due_first_comes_first(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);
        await engine.StartCase("late");
        engine.Time.Advance(TimeSpan.FromDays(1));
        await engine.StartCase("later");
        await engine.StartCase("latest");

        var first = await Read(engine, new InboxQuery(), SampleService.Clerk, new PageRequest(1, 2));
        var second = await Read(engine, new InboxQuery(), SampleService.Clerk, new PageRequest(2, 2));

        first.Items.Select(row => row.CaseId).ShouldBe(["late", "later"], ignoreOrder: true);
        first.Items[0].CaseId.ShouldBe("late");
        (first.Total, second.Total).ShouldBe((3, 3));
        second.Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Finds_items_by_number_applicant_and_step()
    {
        await using var engine = await Start();
        var started = await engine.StartCase("case-1");
        await engine.StartCase("case-2");

        (await Read(engine, new InboxQuery(Text: started.Number), SampleService.Clerk)).Items.ShouldHaveSingleItem().CaseId.ShouldBe("case-1");
        (await Read(engine, new InboxQuery(Text: " 某某餐饮 "), SampleService.Clerk)).Total.ShouldBe(2);
        (await Read(engine, new InboxQuery(Text: "审查"), SampleService.Clerk)).Total.ShouldBe(0);
        (await Read(engine, new InboxQuery(ServiceCode: "other"), SampleService.Clerk)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Tells_how_many_days_an_item_is_overdue()
    {
        await using var engine = await Start();
        await AcceptedCase(engine, "case-1");
        engine.Time.MoveTo(new DateTimeOffset(2026, 3, 9, 10, 0, 0, TimeSpan.FromHours(8)));

        var row = (await Read(engine, new InboxQuery(OverdueOnly: true), SampleService.FoodOfficer)).Items.ShouldHaveSingleItem();

        row.Due.ShouldBe(new Due(new DateOnly(2026, 3, 5), -2, ClockStatus.Overdue));
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Keeps_what_somebody_has_done_the_latest_first(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);
        await AcceptedCase(engine, "first");
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await AcceptedCase(engine, "second");
        var done = new InboxQuery(InboxScope.Done);

        var mine = await Read(engine, done, SampleService.Clerk);

        mine.Items.Select(row => (row.CaseId, row.Outcome, row.IsUnread)).ShouldBe([("second", "accepted", false), ("first", "accepted", false)]);
        (await Read(engine, done, SampleService.Clerk with { AccountId = "another" })).Total.ShouldBe(0);
        (await Read(engine, done, SampleService.Clerk with { Department = "tax" })).Total.ShouldBe(0);
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Puts_what_has_no_due_day_last(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);
        await engine.StartCase("unlimited");
        await engine.StartCase("limited");
        await using (var db = engine.Get<EngineDatabase>().Open())
        {
            await db.WorkItems.Where(item => item.CaseId == "unlimited")
                .ExecuteUpdateAsync(change => change.SetProperty(item => item.SortedOn, DateOnly.MaxValue).SetProperty(item => item.DueOn, (DateOnly?)null), Cancellation);
        }

        var rows = (await Read(engine, new InboxQuery(), SampleService.Clerk)).Items;

        rows.Select(row => (row.CaseId, row.Due is null)).ShouldBe([("limited", false), ("unlimited", true)]);
        (await Read(engine, new InboxQuery(OverdueOnly: true), SampleService.Clerk)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Finds_what_came_since_and_what_became_of_a_page()
    {
        await using var engine = await Start();
        await engine.StartCase("before");
        var readAt = engine.Time.GetUtcNow();
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        await engine.StartCase("after");

        (await Read(engine, new InboxQuery { OfferedAfter = readAt }, SampleService.Clerk)).Items.ShouldHaveSingleItem().CaseId.ShouldBe("after");
        (await Read(engine, new InboxQuery { CaseIds = ["before"] }, SampleService.Clerk)).Items.ShouldHaveSingleItem().CaseId.ShouldBe("before");
    }

    [Fact]
    public async Task Stops_counting_where_nobody_reads_the_number()
    {
        await using var engine = await Start();
        var row = await engine.StartCase("case-1");
        await using (var db = engine.Get<EngineDatabase>().Open())
        {
            var one = await db.WorkItems.AsNoTracking().SingleAsync(item => item.CaseId == row.Id, Cancellation);
            for (var number = 1; number <= 1001; number++)
            {
                db.WorkItems.Add(Copy(one, 1000 + number));
            }

            await db.SaveChangesAsync(Cancellation);
        }

        var first = await Read(engine, new InboxQuery(), SampleService.Clerk);
        var last = await Read(engine, new InboxQuery(), SampleService.Clerk, new PageRequest(51));

        (first.Items.Count, first.Total, first.HasMore).ShouldBe((20, 1000, true));
        (last.Items.Count, last.Total, last.HasMore).ShouldBe((2, 1002, false));
    }

    private static WorkItemRow Copy(WorkItemRow one, int number) => new()
    {
        CaseId = one.CaseId,
        WorkItemId = number,
        ElementId = one.ElementId,
        Name = one.Name,
        Matter = one.Matter,
        MatterName = one.MatterName,
        Department = one.Department,
        Role = one.Role,
        State = one.State,
        HolderId = one.HolderId,
        HolderName = one.HolderName,
        OfferedAt = one.OfferedAt,
        ClaimedAt = one.ClaimedAt,
        EndedAt = one.EndedAt,
        Outcome = one.Outcome,
        DueOn = one.DueOn,
        DueUnit = one.DueUnit,
        SortedOn = one.SortedOn,
    };

    private static async Task AcceptedCase(TestEngine engine, string id)
    {
        var started = await engine.StartCase(id);
        Accepted(await engine.Send(id, SampleService.Clerk, new CompleteWorkItem(started.WorkItems.Keys.Single(), "accepted", null)));
    }

    private static Task<Page<InboxRow>> Read(TestEngine engine, InboxQuery query, Actor actor, PageRequest? page = null) =>
        engine.Get<InboxReader>().Read(query, page ?? new PageRequest(), actor, Cancellation);
}
