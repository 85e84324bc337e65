using System.Globalization;
using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Processes;
using Workflows.Designer.Accounts;
using Workflows.Designer.WorkItems;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Inbox;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Inbox;

/// <summary>批量办理: items of one step are completed with one decision, each with an opinion of its own.</summary>
public sealed partial class BatchPage
{
    /// <summary>As many as a page of the inbox shows.</summary>
    private const int Most = 20;

    private List<BatchLine> lines = [];
    private string outcomeCode = "";
    private string? fault;
    private bool isRead;
    private bool isBusy;

    /// <summary>Case and item, e.g. <c>0192…:3,0193…:1</c>.</summary>
    [SupplyParameterFromQuery(Name = "items")]
    private string? Items { get; set; }

    [Inject]
    private CaseReader Cases { get; set; } = default!;

    [Inject]
    private CaseHandler Handler { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    private WorkItemSheet? First => lines.FirstOrDefault()?.Sheet;

    private IReadOnlyList<BatchLine> Open => [.. lines.Where(line => !line.IsDone)];

    private Outcome? Outcome => First?.Outcomes.FirstOrDefault(outcome => outcome.Code == outcomeCode);

    /// <summary>True where the same step of the same process with the same outcomes waits in all of them.</summary>
    private bool IsOneStep => lines.TrueForAll(line =>
        line.Sheet.Item.ProcessId == First!.Item.ProcessId
        && line.Sheet.Item.ElementId == First.Item.ElementId
        && line.Sheet.Outcomes.Select(outcome => outcome.Code).SequenceEqual(First.Outcomes.Select(outcome => outcome.Code)));

    public static string AddressOf(IEnumerable<InboxRow> rows) =>
        "/inbox/batch?items=" + Uri.EscapeDataString(string.Join(',', rows.Select(row => $"{row.CaseId}:{row.WorkItemId}")));

    protected override async Task OnParametersSetAsync()
    {
        var actor = await SignedIn.Actor();
        var read = new List<BatchLine>();
        foreach (var item in (Items ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(Most))
        {
            // What is not there, is another's or has been done meanwhile has left the batch.
            if (item.Split(':') is [var caseId, var number]
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var workItemId)
                && await Cases.Find(caseId, actor) is { } view
                && WorkItemSheet.Of(view, workItemId, actor) is { IsMine: true } sheet)
            {
                read.Add(new BatchLine(sheet));
            }
        }

        lines = read;
        isRead = true;
    }

    private async Task Complete()
    {
        fault = Outcome is null ? Text["Batch.NoOutcome"].Value
            : Outcome.RequiresOpinion && Open.Any(line => string.IsNullOrWhiteSpace(line.Opinion)) ? Text["Batch.OpinionsNeeded", Outcome.Name].Value
            : null;
        if (fault is not null)
        {
            return;
        }

        isBusy = true;
        var actor = await SignedIn.Actor();
        foreach (var line in Open)
        {
            var opinion = string.IsNullOrWhiteSpace(line.Opinion) ? null : line.Opinion.Trim();
            var result = await Handler.Send(line.Sheet.View.Case.Id, actor, new CompleteWorkItem(line.Sheet.Item.Id, outcomeCode, opinion));
            line.Refusal = (result as CommandRejected)?.Rejection;
            line.IsDone = line.Refusal is null;
        }

        isBusy = false;
    }
}
