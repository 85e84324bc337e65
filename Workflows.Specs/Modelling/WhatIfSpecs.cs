using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Drafts;
using Workflows.Engine.Simulation;
using Workflows.Specs.Storage;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Modelling;

/// <summary>Many applications at once, on virtual time and the real calendar.</summary>
public sealed class WhatIfSpecs
{
    private static readonly Dictionary<string, HandlingTime> NoStep = [];
    private static readonly string[] Departments = ["service-centre", "market-regulation", "urban-management", "fire-rescue", "tobacco"];
    private static readonly EnteredHandling OneHour = new(1);
    private static readonly Actor He = new("he", "何静", null, [Role.Analyst]);

    private static readonly Lazy<Task<PublishedService>> Restaurant = new(async () =>
    {
        await using var engine = await TestEngine.Start();
        return (await engine.Get<DefinitionStore>().FindCurrent("open-restaurant"))!;
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_restaurants_come_to_their_end_and_are_counted()
    {
        var report = await Run(new WhatIf(200, 5, Staff(4), NoStep, OneHour));

        report.Obstacles.ShouldBeEmpty();
        report.Ended.ShouldBe(200);
        report.Percentiles.Select(one => one.Percent).ShouldBe([50, 80, 95]);
        report.Percentiles.Select(one => one.Days).ShouldBeInOrder();
        report.Departments.Sum(department => department.Steps).ShouldBeGreaterThan(800);
        report.Departments.ShouldAllBe(department => department.Utilisation > 0 && department.Utilisation <= 1);
    }

    [Fact]
    public async Task With_one_person_in_a_department_its_steps_wait_its_limits_pass_and_it_is_the_bottleneck()
    {
        var staff = Staff(20);
        staff["fire-rescue"] = 1;

        var report = await Run(new WhatIf(200, 10, staff, NoStep, new EnteredHandling(2)));

        report.Bottleneck.ShouldBe("fire-rescue");
        var fire = report.Departments.Single(department => department.Department == "fire-rescue");
        fire.BreachRate.ShouldBeGreaterThan(0);
        fire.BreachRate.ShouldBeGreaterThan(report.Departments.Single(department => department.Department == "urban-management").BreachRate);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_run_and_another_another()
    {
        var first = await Run(new WhatIf(50, 5, Staff(2), NoStep, OneHour));

        (await Run(new WhatIf(50, 5, Staff(2), NoStep, OneHour))).Departments.ShouldBe(first.Departments);
        (await Run(new WhatIf(50, 5, Staff(2), NoStep, OneHour, Seed: 2))).Departments.ShouldNotBe(first.Departments);
    }

    [Fact]
    public async Task A_step_takes_as_long_as_is_entered_or_was_observed_for_it()
    {
        var usual = await Run(new WhatIf(50, 5, Staff(4), NoStep, OneHour));
        var slow = await Run(new WhatIf(50, 5, Staff(4), new Dictionary<string, HandlingTime> { ["deliver"] = new ObservedHandling([30, 40, 50]) }, OneHour));

        slow.Percentiles[0].Days.ShouldBeGreaterThan(usual.Percentiles[0].Days + 3);
    }

    [Fact]
    public async Task More_than_can_be_simulated_is_bounded_and_nonsense_taken_for_one()
    {
        var report = await Run(new WhatIf(-3, double.NaN, new Dictionary<string, int> { ["fire-rescue"] = -1 }, NoStep, new EnteredHandling(0)));

        report.Cases.ShouldBe(1);
        report.Ended.ShouldBe(1);
        report.Departments.ShouldAllBe(department => department.Staff == 1);
    }

    [Fact]
    public async Task A_draft_is_simulated_beside_the_version_in_force_with_the_hours_of_past_cases()
    {
        await using var engine = await TestEngine.Start();
        var opened = await engine.Get<DraftBook>().Open("open-restaurant", He, Cancellation);
        var draft = opened.ShouldBeOfType<DraftTaken>().Draft;
        var simulation = engine.Get<DraftSimulation>();
        var start = await simulation.Begin(draft, Cancellation);

        var (drawn, published) = await simulation.Run(draft, new WhatIf(20, 5, Staff(2), start.Observed, OneHour), Cancellation);

        start.Departments.ShouldContain("fire-rescue");
        start.Steps["deliver"].ShouldBe("统一出件");
        start.Observed.ShouldBeEmpty();
        drawn.Departments.ShouldBe(published!.Departments);
    }

    [Fact]
    public async Task Past_cases_tell_how_long_a_step_took_in_working_hours()
    {
        await using var engine = await TestEngine.Start();
        for (var number = 0; number < ObservedHandling.Fewest; number++)
        {
            var id = $"case-{number}";
            var started = await engine.StartCase(id);
            var item = started.WorkItems.Values.First(open => open.IsOpen);
            var officer = new Actor("officer", "李娜", item.Department, [item.Role]);
            TestEngine.Accepted(await engine.Send(id, officer, new ClaimWorkItem(item.Id)));
            engine.Time.Advance(TimeSpan.FromHours(2));
            TestEngine.Accepted(await engine.Send(id, officer, new CompleteWorkItem(item.Id, "accepted", "同意")));
            engine.Time.Advance(TimeSpan.FromHours(22));
        }

        var calendar = await engine.Get<DefinitionStore>().Calendar(Cancellation);
        var observed = await engine.Get<PastHandling>().Read(SampleService.Code, calendar, Cancellation);

        observed.Values.ShouldHaveSingleItem().ShouldBeOfType<ObservedHandling>().Observed.ShouldAllBe(hours => hours == 2);
    }

    private static async Task<WhatIfReport> Run(WhatIf whatIf)
    {
        var examples = LibraryReader.Read(LibraryFolder.Path).Examples["open-restaurant"];
        return ServiceSimulation.Run(await Restaurant.Value, examples, whatIf, Cancellation);
    }

    private static Dictionary<string, int> Staff(int each) =>
        Departments.ToDictionary(department => department, _ => each);
}
