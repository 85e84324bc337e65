using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Lookup;
using Workflows.Engine.Storage;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Storage;

public sealed class CaseReaderSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("market-regulation", Role.Officer, true)]
    [InlineData("service-centre", Role.WindowClerk, true)]
    [InlineData("fire-rescue", Role.DepartmentHead, true)]
    [InlineData("tax", Role.Officer, false)]
    [InlineData("market-regulation", Role.Analyst, false)]
    [InlineData(null, Role.Analyst, false)]
    [InlineData(null, Role.Supervisor, true)]
    [InlineData(null, Role.Administrator, true)]
    public async Task Shows_a_case_to_its_departments_and_to_those_who_oversee_all(string? department, string role, bool sees)
    {
        await using var engine = await Start();
        var started = await engine.StartCase();
        var actor = new Actor("somebody", "某人", department, [role]);

        var view = await engine.Get<CaseReader>().Find(started.Id, actor, Cancellation);
        var found = await engine.Get<CaseReader>().Search(new CaseSearch(), new PageRequest(), actor, Cancellation);

        (view is not null, found.Total == 1).ShouldBe((sees, sees));
    }

    [Fact]
    public async Task Shows_a_case_with_the_definitions_that_it_is_bound_to()
    {
        await using var engine = await Start();
        var started = await engine.StartCase();

        var view = (await engine.Get<CaseReader>().Find(started.Id, SampleService.Clerk, Cancellation)).ShouldNotBeNull();

        (view.Sequence, view.Today, view.Definitions.Service.Name).ShouldBe((1, new DateOnly(2026, 3, 2), "我要开店"));
        CaseJson.Write(view.Case).ShouldBe(CaseJson.Write(started));
        view.Reading(view.Case.Clocks.Values.Single()).DueOn.ShouldBe(new DateOnly(2026, 3, 9));
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Finds_cases_by_what_is_asked(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);
        var first = await engine.StartCase("case-1");
        engine.Time.Advance(TimeSpan.FromDays(3));
        await engine.StartCase("case-2");

        (await Found(engine, new CaseSearch())).ShouldBe(["case-2", "case-1"]);
        (await Found(engine, new CaseSearch(first.Number))).ShouldBe(["case-1"]);
        (await Found(engine, new CaseSearch("YJS202603"))).ShouldBe(["case-2", "case-1"]);
        (await Found(engine, new CaseSearch("某某"))).ShouldBe(["case-2", "case-1"]);
        (await Found(engine, new CaseSearch(SampleService.Applicant.IdNumber))).ShouldBe(["case-2", "case-1"]);
        (await Found(engine, new CaseSearch(SampleService.Applicant.IdNumber[..17]))).ShouldBeEmpty();
        (await Found(engine, new CaseSearch(Status: CaseStatus.Completed))).ShouldBeEmpty();
        (await Found(engine, new CaseSearch(ServiceCode: SampleService.Code, ReceivedFrom: new DateOnly(2026, 3, 5)))).ShouldBe(["case-2"]);
        (await Found(engine, new CaseSearch(ReceivedUntil: new DateOnly(2026, 3, 2)))).ShouldBe(["case-1"]);
        (await Found(engine, new CaseSearch(OverdueOnly: true))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("433B", true)]
    [InlineData("433b", true)]
    [InlineData("433C", false)]
    [InlineData("33B", false)]
    [InlineData("", false)]
    [InlineData("91110000802100433B", false)]
    public async Task Shows_an_applicant_the_case_whose_number_and_last_four_characters_fit(string lastFour, bool found)
    {
        await using var engine = await Start();
        var started = await engine.StartCase();

        ((await engine.Get<CaseReader>().FindPublic(started.Number, lastFour, Cancellation)) is not null).ShouldBe(found);
        (await engine.Get<CaseReader>().FindPublic("YJS202603020099", lastFour, Cancellation)).ShouldBeNull();
    }

    private static async Task<IEnumerable<string>> Found(TestEngine engine, CaseSearch search) =>
        (await engine.Get<CaseReader>().Search(search, new PageRequest(), SampleService.Clerk, Cancellation)).Items.Select(row => row.CaseId);
}
