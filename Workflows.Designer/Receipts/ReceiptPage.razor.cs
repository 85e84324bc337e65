using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Matters;
using Workflows.Designer.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Journal;
using Workflows.Engine.Lookup;
using Workflows.Engine.Materials;

namespace Workflows.Designer.Receipts;

/// <summary>收件回执: what the applicant takes home.</summary>
public sealed partial class ReceiptPage
{
    private CaseView? view;
    private IReadOnlyList<GivenMaterial> received = [];
    private bool isRead;

    [Parameter]
    public string CaseId { get; set; } = "";

    [Inject]
    private CaseReader Cases { get; set; } = default!;

    [Inject]
    private JournalReader Journal { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    private IEnumerable<Line> Lines =>
        from matter in view!.Case.Matters.Values
        let definition = view.Definitions.Matter(matter.Code)
        where definition is not null
        let clock = view.Case.Clocks.Values.FirstOrDefault(clock => clock.Matter == matter.Code && clock.WorkItemId is null && clock.Limit.Kind is ClockKind.Promise)
        select new Line(matter.Name, matter.Department, definition.Promised, clock is null ? null : view.Reading(clock).DueOn);

    protected override async Task OnParametersSetAsync()
    {
        view = await Cases.Find(CaseId, await SignedIn.Actor());
        isRead = true;
        if (view is not null)
        {
            // What the window took in, whatever a correction replaced since.
            received = [.. (await Journal.Read(CaseId))[0].Events.OfType<MaterialReceived>().Select(given => given.Material)];
        }
    }

    /// <param name="DueOn">Null until the department has accepted: only then the limit runs.</param>
    private sealed record Line(string Name, string Department, TimeLimit Promise, DateOnly? DueOn);
}
