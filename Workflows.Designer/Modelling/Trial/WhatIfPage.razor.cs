using System.Globalization;
using Microsoft.AspNetCore.Components;
using Workflows.Definitions;
using Workflows.Engine.Drafts;
using Workflows.Engine.Simulation;

namespace Workflows.Designer.Modelling.Trial;

/// <summary>Many applications at once: how long they take, who is late, who is waited for; the draft beside the version in force.</summary>
public sealed partial class WhatIfPage : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private readonly Dictionary<string, int> staff = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> entered = new(StringComparer.Ordinal);
    private Draft? draft;
    private SimulationStart? start;
    private IReadOnlyList<string> errors = [];
    private WhatIfReport? drawn;
    private WhatIfReport? published;
    private int cases = 1000;
    private double arrivals = 5;
    private double hours = 1;
    private bool isMissing;
    private bool isRunning;

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private DraftBook Drafts { get; set; } = default!;

    [Inject]
    private DraftSimulation Simulation { get; set; } = default!;

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        draft = await Drafts.Find(Id);
        isMissing = draft is null;
        if (draft is { } found)
        {
            await Tell(async () => start = await Simulation.Begin(found));
        }
    }

    private static double? Read(object? typed) =>
        double.TryParse(typed?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private void SetStaff(string department, object? typed) => staff[department] = (int)Math.Clamp(Read(typed) ?? 1, 1, WhatIf.MostStaff);

    private void SetHours(string step, object? typed)
    {
        entered.Remove(step);
        if (Read(typed) is { } mean)
        {
            entered[step] = mean;
        }
    }

    private string Usual(string step) => start!.Observed.GetValueOrDefault(step) is ObservedHandling { Observed: var past }
        ? Text["WhatIf.Observed", past.Count, past.Average().ToString("0.#", CultureInfo.InvariantCulture)]
        : hours.ToString(CultureInfo.InvariantCulture);

    private async Task Run()
    {
        (isRunning, errors, drawn, published) = (true, [], null, null);
        StateHasChanged();
        var handling = new Dictionary<string, HandlingTime>(start!.Observed, StringComparer.Ordinal);
        foreach (var (step, mean) in entered)
        {
            handling[step] = new EnteredHandling(mean);
        }

        var whatIf = new WhatIf(cases, arrivals, new Dictionary<string, int>(staff), handling, new EnteredHandling(hours));
        var (wanted, left) = (draft!, leaving.Token);
        await Tell(async () => (drawn, published) = await Task.Run(() => Simulation.Run(wanted, whatIf, left), left));
        isRunning = false;
    }

    /// <summary>Does it, or tells why the draft cannot be simulated.</summary>
    private async Task Tell(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (DefinitionException wrong)
        {
            errors = [.. wrong.Errors.Select(error => error.ToString())];
        }
        catch (OperationCanceledException)
        {
            // The page was left: nobody waits for the answer.
        }
    }
}
