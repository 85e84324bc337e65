using Workflows.Definitions.Services;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;

namespace Workflows.Engine.Simulation;

/// <summary>Runs many applications through a service at once, with so many people in each department, and counts what happens.</summary>
/// <remarks>
/// The engine decides every step as for a real case, on the real calendar; only when applications come and how long people work on a step is
/// supposed. People work on one step at a time, in the order in which steps were offered.
/// </remarks>
public sealed class ServiceSimulation
{
    /// <summary>A process that goes round in circles is stopped here.</summary>
    private const int MostActs = 500_000;

    private static readonly int[] Percents = [50, 80, 95];

    private readonly PriorityQueue<Action, (double At, int Order)> agenda = new();
    private readonly Dictionary<string, SimulatedOffice> offices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> steps = new(StringComparer.Ordinal);
    private readonly PublishedService service;
    private readonly SimulatedTime time;
    private readonly WhatIf whatIf;
    private readonly Random random;
    private double now;
    private int order;

    private ServiceSimulation(PublishedService service, WhatIf whatIf)
    {
        (this.service, this.whatIf) = (service, whatIf.Bounded());
        time = new SimulatedTime(service.Definitions.Calendar);
#pragma warning disable CA5394 // A simulation wants the same numbers again, not secret ones.
        random = new Random(whatIf.Seed);
#pragma warning restore CA5394
    }

    /// <param name="examples">The applications that come in, in turn; at least one.</param>
    public static WhatIfReport Run(
        PublishedService service,
        IReadOnlyList<ExampleApplication> examples,
        WhatIf whatIf,
        CancellationToken cancellation = default) => new ServiceSimulation(service, whatIf).Run(examples, cancellation);

    private WhatIfReport Run(IReadOnlyList<ExampleApplication> examples, CancellationToken cancellation)
    {
        var cases = Enumerable.Range(0, whatIf.Cases)
            .Select(number => new SimulatedCase(number, service, examples[number % examples.Count]))
            .ToList();
        var between = new EnteredHandling(time.HoursOfDay / whatIf.ArrivalsPerDay);
        var arrival = 0.0;
        foreach (var @case in cases)
        {
            arrival += Drawn(between);
            Plan(arrival, () => Begin(@case));
        }

        var acts = 0;
        while (acts < MostActs && agenda.TryDequeue(out var act, out var at) && at.At < time.End)
        {
            cancellation.ThrowIfCancellationRequested();
            (now, acts) = (at.At, acts + 1);
            act();
        }

        return Report(cases, acts);
    }

    private WhatIfReport Report(List<SimulatedCase> cases, int acts)
    {
        var today = RegionDay.Of(time.At(now), service.Definitions.Calendar);
        foreach (var (department, isLate) in cases.SelectMany(@case => @case.Limits(today)))
        {
            OfficeOf(department).Count(isLate);
        }

        var days = cases.Select(@case => @case.Days).OfType<int>().Order().ToList();
        var obstacles = cases.Select(@case => @case.Obstacle).OfType<string>().Distinct().Take(10);
        return new WhatIfReport(
            cases.Count,
            days.Count,
            [.. Percents.Where(_ => days.Count > 0).Select(percent => new CasePercentile(percent, days[((days.Count * percent) - 1) / 100]))],
            [.. offices.Values.Select(office => office.Load(now)).OrderByDescending(load => load.Utilisation)],
            steps,
            acts < MostActs ? [.. obstacles] : [.. obstacles, $"Expected at most {MostActs} acts, but the cases had not come to their end by then."]);
    }

    private void Begin(SimulatedCase @case)
    {
        @case.Start(time.At(now));
        GoOn(@case);
    }

    /// <summary>Hands new steps to their departments, and comes back when time alone changes the case.</summary>
    private void GoOn(SimulatedCase @case)
    {
        foreach (var item in @case.NewItems())
        {
            steps.TryAdd(item.ElementId, item.Name);
            var office = OfficeOf(item.Department);
            office.Offer(@case, item.Id, now);
            Work(office);
        }

        if (@case.NextInstant is { } due && due != @case.WakesAt)
        {
            @case.WakesAt = due;
            Plan(Math.Max(now, time.HoursAt(due)), () => Wake(@case, due));
        }
    }

    private void Wake(SimulatedCase @case, DateTimeOffset due)
    {
        if (@case.WakesAt == due)
        {
            var at = time.At(now);
            @case.Reach(at < due ? due : at);
            GoOn(@case);
        }
    }

    private void Work(SimulatedOffice office)
    {
        while (office.Begin(now) is var (@case, item))
        {
            var hours = Drawn(whatIf.HandlingOf(@case.State!.WorkItems[item].ElementId));
            Plan(now + hours, () =>
            {
                @case.Complete(item, time.At(now));
                office.Finish(hours);
                GoOn(@case);
                Work(office);
            });
        }
    }

    private SimulatedOffice OfficeOf(string department)
    {
        if (!offices.TryGetValue(department, out var office))
        {
            offices[department] = office = new SimulatedOffice(department, whatIf.StaffOf(department));
        }

        return office;
    }

    private void Plan(double at, Action act) => agenda.Enqueue(act, (at, order++));

#pragma warning disable CA5394 // See the constructor.
    private double Drawn(HandlingTime time) => time.Hours(random.NextDouble());
#pragma warning restore CA5394
}
