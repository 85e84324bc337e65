using Microsoft.AspNetCore.Components;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Progress;

public sealed partial class ProgressPage
{
    private ProgressReport? report;
    private string? refusal;

    [SupplyParameterFromForm]
    private ProgressQuestion? Question { get; set; }

    /// <summary>From the receipt's QR code: only the last four characters remain to be typed.</summary>
    [SupplyParameterFromQuery(Name = "number")]
    private string? Number { get; set; }

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [Inject]
    private CaseReader Cases { get; set; } = default!;

    [Inject]
    private ProgressLimits Limits { get; set; } = default!;

    protected override void OnInitialized() => Question ??= new ProgressQuestion { Number = Number ?? "" };

    private async Task Ask()
    {
        var number = Question!.Number.Trim().ToUpperInvariant();
        if (!Limits.MayAsk(HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", number))
        {
            refusal = Text["Progress.TooOften"];
            return;
        }

        // One sentence for an unknown number and for wrong characters: nobody learns which numbers exist.
        var view = await Cases.FindPublic(number, Question.LastFour.Trim());
        report = view is null ? null : ProgressReport.Of(view);
        refusal = view is null ? Text["Progress.NoMatch"].Value : null;
    }

    private sealed class ProgressQuestion
    {
        public string Number { get; set; } = "";

        public string LastFour { get; set; } = "";
    }
}
