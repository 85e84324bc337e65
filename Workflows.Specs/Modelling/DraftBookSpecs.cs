using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Drafts;
using Workflows.Engine.Storage;
using Workflows.Specs.Storage;
using Xunit;

namespace Workflows.Specs.Modelling;

public sealed class DraftBookSpecs
{
    private static readonly Actor He = new("he", "何静", null, [Role.Analyst]);
    private static readonly Actor Lin = new("lin", "林芳", null, [Role.Analyst]);
    private static readonly Actor Officer = new("officer", "李娜", "market-regulation", [Role.Officer]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_published_service_is_opened_with_all_its_files_and_keeps_what_is_saved(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        var drafts = engine.Get<DraftBook>();
        var draft = await Opened(engine);

        draft.Diagrams[0].ShouldBe("services/open-restaurant/process.bpmn");
        draft.Files.Keys.ShouldContain("shared/standard-approval.bpmn");
        draft.Files.Keys.ShouldContain("services/open-restaurant/examples/snack-bar.json");
        var saved = Taken(await drafts.Save(draft.Id, draft.Version, draft.ProcessFile, "<other/>", He, Cancellation));

        saved.Version.ShouldBe(draft.Version + 1);
        (await drafts.Find(draft.Id, Cancellation))!.Files[draft.ProcessFile].ShouldBe("<other/>");
    }

    [Fact]
    public async Task The_second_of_two_saves_on_one_version_is_refused_and_shows_the_first()
    {
        await using var engine = await TestEngine.Start();
        var drafts = engine.Get<DraftBook>();
        var draft = await Opened(engine);
        await drafts.Save(draft.Id, draft.Version, draft.ProcessFile, "<hers/>", He, Cancellation);

        var second = await drafts.Save(draft.Id, draft.Version, draft.ProcessFile, "<mine/>", Lin, Cancellation);

        second.ShouldBeOfType<DraftOvertaken>().Theirs.Files[draft.ProcessFile].ShouldBe("<hers/>");
        (await drafts.Find(draft.Id, Cancellation))!.ChangedBy.ShouldBe("何静");
    }

    [Fact]
    public async Task A_copy_keeps_what_one_of_two_analysts_drew()
    {
        await using var engine = await TestEngine.Start();
        var draft = await Opened(engine);

        var copy = Taken(await engine.Get<DraftBook>().Copy(draft.Id, (draft.ProcessFile, "<mine/>"), Lin, Cancellation));

        copy.Id.ShouldNotBe(draft.Id);
        copy.Files[draft.ProcessFile].ShouldBe("<mine/>");
        (await engine.Get<DraftBook>().Find(draft.Id, Cancellation))!.Files.ShouldBe(draft.Files);
    }

    [Fact]
    public async Task Whoever_is_no_analyst_neither_opens_nor_saves_a_draft()
    {
        await using var engine = await TestEngine.Start();
        var draft = await Opened(engine);

        Refused(await engine.Get<DraftBook>().Open("open-restaurant", Officer, Cancellation)).ShouldBe(RejectionCode.NotEntitled);
        Refused(await engine.Get<DraftBook>().Save(draft.Id, draft.Version, draft.ProcessFile, "<x/>", Officer, Cancellation)).ShouldBe(RejectionCode.NotEntitled);
    }

    [Fact]
    public async Task A_file_of_another_service_or_outside_the_library_cannot_be_saved()
    {
        await using var engine = await TestEngine.Start();
        var draft = await Opened(engine);

        Refused(await engine.Get<DraftBook>().Save(draft.Id, draft.Version, "services/other/process.bpmn", "<x/>", He, Cancellation)).ShouldBe(RejectionCode.NotFound);
        Refused(await engine.Get<DraftBook>().Save(draft.Id, draft.Version, "services/open-restaurant/../../x.bpmn", "<x/>", He, Cancellation)).ShouldBe(RejectionCode.NotFound);
    }

    [Fact]
    public async Task A_file_above_the_bound_is_refused()
    {
        await using var engine = await TestEngine.Start();
        var draft = await Opened(engine);

        var answer = await engine.Get<DraftBook>().Save(draft.Id, draft.Version, draft.ProcessFile, new string('x', DraftBook.LargestFile + 1), He, Cancellation);

        Refused(answer).ShouldBe(RejectionCode.TooLong);
    }

    [Fact]
    public async Task A_draft_in_review_is_changed_by_nobody_and_approved_by_another()
    {
        await using var engine = await TestEngine.Start();
        var drafts = engine.Get<DraftBook>();
        var draft = await Opened(engine);
        draft = Taken(await drafts.Take(draft.Id, draft.Version, DraftAct.Submit, null, He, Cancellation));

        Refused(await drafts.Save(draft.Id, draft.Version, draft.ProcessFile, "<x/>", He, Cancellation)).ShouldBe(RejectionCode.InvalidState);
        Refused(await drafts.Take(draft.Id, draft.Version, DraftAct.Approve, null, He, Cancellation)).ShouldBe(RejectionCode.NotEntitled);
        Refused(await drafts.Take(draft.Id, draft.Version, DraftAct.Return, " ", Lin, Cancellation)).ShouldBe(RejectionCode.BasisRequired);
        draft = Taken(await drafts.Remark(draft.Id, draft.Version, "deliver", "出件期限太长", Lin, Cancellation));
        draft = Taken(await drafts.Take(draft.Id, draft.Version, DraftAct.Approve, "同意", Lin, Cancellation));

        draft.State.ShouldBe(DraftState.Approved);
        draft.Remarks.Select(remark => (remark.ElementId, remark.Text, remark.By)).ShouldBe([("deliver", "出件期限太长", "林芳"), (null, "同意", "林芳")]);
    }

    [Fact]
    public void Every_act_leads_from_a_state_to_another()
    {
        var ways = from state in Enum.GetValues<DraftState>() from act in DraftLifecycle.Possible(state) select (state, act);

        ways.ShouldAllBe(way => DraftLifecycle.After(way.state, way.act) != null && DraftLifecycle.After(way.state, way.act) != way.state);
        DraftLifecycle.Possible(DraftState.Published).ShouldBeEmpty();
        DraftLifecycle.Possible(DraftState.Discarded).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_check_finds_nothing_wrong_in_what_is_published_and_tells_its_time()
    {
        await using var engine = await TestEngine.Start();
        var draft = await Opened(engine);

        var report = await engine.Get<DraftCheck>().Check(draft, draft.ProcessFile, Cancellation);

        report.CanBePublished.ShouldBeTrue();
        report.Time!.Longest.ShouldBeLessThanOrEqualTo(report.Time.Promised!.Value);
        report.Time.LongestPath.ShouldContain("deliver");
    }

    [Fact]
    public async Task A_file_that_is_no_xml_is_told_as_an_error_and_is_not_published()
    {
        await using var engine = await TestEngine.Start();
        var draft = await Opened(engine);
        draft = Taken(await engine.Get<DraftBook>().Save(draft.Id, draft.Version, draft.ProcessFile, "<bpmn:definitions", He, Cancellation));

        var report = await engine.Get<DraftCheck>().Check(draft, draft.ProcessFile, Cancellation);
        var published = await Publish(engine, await Approved(engine, draft));

        report.CanBePublished.ShouldBeFalse();
        report.Errors.ShouldContain(error => error.Source == draft.ProcessFile);
        published.IsPublished.ShouldBeFalse();
        published.Report.Errors.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_approved_draft_becomes_the_next_version_from_its_day_on()
    {
        await using var engine = await TestEngine.Start();
        var draft = await Opened(engine);
        draft = Taken(await engine.Get<DraftBook>().Save(
            draft.Id, draft.Version, draft.ProcessFile, draft.Files[draft.ProcessFile].Replace("name=\"统一出件\"", "name=\"窗口出件\"", StringComparison.Ordinal), He, Cancellation));
        (await Publish(engine, draft)).Rejection!.Code.ShouldBe(RejectionCode.InvalidState);

        var published = await Publish(engine, await Approved(engine, draft));

        published.IsPublished.ShouldBeTrue(string.Join('\n', published.Report.Errors));
        published.Version.ShouldBe(2);
        var service = await engine.Get<DefinitionStore>().Get("open-restaurant", 2, Cancellation);
        service.Service.EffectiveOn.ShouldBe(new DateOnly(2026, 3, 9));
        service.Processes["open-restaurant"].Place("deliver").Node.Name.ShouldBe("窗口出件");
        (await engine.Get<DraftBook>().Find(draft.Id, Cancellation))!.State.ShouldBe(DraftState.Published);
    }

    [Fact]
    public async Task A_draft_knows_the_version_that_it_became_and_is_not_published_twice()
    {
        await using var engine = await TestEngine.Start();
        var publication = engine.Get<DraftPublication>();
        var draft = await Approved(engine, await Opened(engine));
        (await publication.PublishedAs(draft, Cancellation)).ShouldBeNull();

        // What is still marked as approved is what a program leaves that stopped in between.
        var unmarked = draft with { Id = "unknown" };
        await Publish(engine, unmarked);
        var published = await Publish(engine, draft);

        published.IsPublished.ShouldBeTrue();
        published.Version.ShouldBe(2);
        (await engine.Get<DefinitionStore>().Versions(Cancellation)).Count(version => version.Code == draft.ServiceCode).ShouldBe(2);
        var marked = (await engine.Get<DraftBook>().Find(draft.Id, Cancellation))!;
        marked.State.ShouldBe(DraftState.Published);
        (await publication.PublishedAs(marked, Cancellation)).ShouldBe(2);
    }

    [Fact]
    public async Task A_new_service_begins_with_one_lane_and_its_code_is_new()
    {
        await using var engine = await TestEngine.Start();
        var drafts = engine.Get<DraftBook>();
        var wanted = new NewService("open-kiosk", "开办“便民”亭 & 书报亭", "urban-management", ["outdoor-sign"], null, 10, new DateOnly(2026, 3, 2));

        var draft = Taken(await drafts.Begin(wanted, He, Cancellation));
        var library = await engine.Get<DraftCheck>().Library(draft, Cancellation);

        library.Errors.ShouldBeEmpty();
        library.Services["open-kiosk"].Name.ShouldBe("开办“便民”亭 & 书报亭");
        library.Services["open-kiosk"].Process.Processes[0].Lanes[0].Department.ShouldBe("urban-management");
        Refused(await drafts.Begin(wanted with { Code = "open-restaurant" }, He, Cancellation)).ShouldBe(RejectionCode.Conflict);
        Refused(await drafts.Begin(wanted with { Code = "../x" }, He, Cancellation)).ShouldBe(RejectionCode.UnknownFormat);
    }

    [Fact]
    public async Task A_copy_of_a_service_under_another_code_has_no_errors()
    {
        await using var engine = await TestEngine.Start();
        var wanted = new NewService("open-bakery", "开办面包店", "", [], "open-restaurant", 1, new DateOnly(2026, 3, 2));

        var draft = Taken(await engine.Get<DraftBook>().Begin(wanted, He, Cancellation));

        (await engine.Get<DraftCheck>().Check(draft, draft.ProcessFile, Cancellation)).CanBePublished.ShouldBeTrue();
    }

    private static async Task<Draft> Opened(TestEngine engine) => Taken(await engine.Get<DraftBook>().Open("open-restaurant", He, Cancellation));

    private static async Task<Draft> Approved(TestEngine engine, Draft draft)
    {
        var submitted = Taken(await engine.Get<DraftBook>().Take(draft.Id, draft.Version, DraftAct.Submit, null, He, Cancellation));
        return Taken(await engine.Get<DraftBook>().Take(draft.Id, submitted.Version, DraftAct.Approve, null, Lin, Cancellation));
    }

    private static Task<PublishedDraft> Publish(TestEngine engine, Draft draft) =>
        engine.Get<DraftPublication>().Publish(draft, new DateOnly(2026, 3, 9), He, dryRun: false, Cancellation);

    private static Draft Taken(DraftAnswer answer) => answer is DraftTaken taken
        ? taken.Draft
        : throw new InvalidOperationException($"Expected the draft to be taken, but {(answer as DraftRefused)?.Rejection.Message ?? answer.ToString()}");

    private static RejectionCode Refused(DraftAnswer answer) => answer.ShouldBeOfType<DraftRefused>().Rejection.Code;
}
