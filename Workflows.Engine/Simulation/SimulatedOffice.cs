namespace Workflows.Engine.Simulation;

/// <summary>The people of one department: steps wait in the order in which they came, and whoever is free takes the next.</summary>
internal sealed class SimulatedOffice(string department, int staff)
{
    private readonly Queue<(SimulatedCase Case, int WorkItemId, double Since)> waiting = new();
    private int busy;
    private double waited;
    private double worked;
    private int steps;
    private int limits;
    private int late;

    public void Offer(SimulatedCase @case, int workItemId, double now) => waiting.Enqueue((@case, workItemId, now));

    /// <summary>Begins with the next step that is still to be done; null where nobody is free or nothing waits.</summary>
    public (SimulatedCase Case, int WorkItemId)? Begin(double now)
    {
        while (busy < staff && waiting.TryDequeue(out var next))
        {
            // The engine may have ended it meanwhile, as by silent consent.
            if (next.Case.IsOpen(next.WorkItemId))
            {
                busy++;
                waited += now - next.Since;
                return (next.Case, next.WorkItemId);
            }
        }

        return null;
    }

    public void Finish(double hours)
    {
        busy--;
        steps++;
        worked += hours;
    }

    public void Count(bool isLate)
    {
        limits++;
        late += isLate ? 1 : 0;
    }

    /// <summary>What it was, at the end: what waits still has waited until now.</summary>
    /// <param name="now">How long it was open, in working hours.</param>
    public DepartmentLoad Load(double now)
    {
        var open = waiting.Where(step => step.Case.IsOpen(step.WorkItemId)).Sum(step => now - step.Since);
        return new DepartmentLoad(department, staff, steps, limits, late, waited + open, now <= 0 ? 0 : Math.Min(1, worked / (staff * now)));
    }
}
