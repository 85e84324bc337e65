using Microsoft.AspNetCore.Components;
using Workflows.Designer.Ratings;
using Workflows.Designer.Shell;
using Workflows.Engine.Cases;
using Workflows.Engine.Corrections;
using Workflows.Engine.Handling;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Progress;

/// <summary>How far a case is, for its applicant: to read, to correct and to rate, with the number and the last four characters of the own id.</summary>
public sealed partial class ProgressPage
{
    private ProgressReport? report;
    private string? refusal;
    private string? told;

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
    private CaseHandler Handler { get; set; } = default!;

    [Inject]
    private CorrectionAnswers Corrections { get; set; } = default!;

    [Inject]
    private ProgressLimits Limits { get; set; } = default!;

    // Every form brings number and characters: the report has to stand before the form that was sent can be found in it.
    protected override async Task OnInitializedAsync()
    {
        Question ??= new ProgressQuestion { Number = Number ?? "" };
        if (HttpMethods.IsPost(HttpContext.Request.Method))
        {
            await Ask();
        }
    }

    private async Task Ask()
    {
        var number = Question!.Number.Trim().ToUpperInvariant();
        if (!Limits.MayAsk(HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", number))
        {
            refusal = Text["Progress.TooOften"];
            return;
        }

        await Read();
    }

    private async Task Read()
    {
        // One sentence for an unknown number and for wrong characters: nobody learns which numbers exist.
        var view = await Cases.FindPublic(Question!.Number.Trim().ToUpperInvariant(), Question.LastFour.Trim());
        report = view is null ? null : ProgressReport.Of(view);
        refusal = view is null ? Text["Progress.NoMatch"].Value : null;
    }

    private async Task Answer(Correction correction)
    {
        var (file, answer) = await Corrections.Send(report!.View, correction, await HttpContext.Request.ReadFormAsync());
        await Read();
        refusal = file is not null ? Refusals.Sentence(Text, file)
            : answer is { Faults: [var fault, ..] } ? Refusals.Sentence(Text, fault)
            : answer is not null ? Refusals.Sentence(Text, answer)
            : null;
        told = refusal is null ? Text["Progress.Corrected", correction.NoticeNumber].Value : null;
    }

    private async Task Rate()
    {
        var form = await HttpContext.Request.ReadFormAsync();
        foreach (var rating in RatingAnswers.Of(form, report!.Matters.Select(matter => matter.Code)).ToList())
        {
            if (await Handler.Send(report.View.Case.Id, Actor.Applicant, rating) is CommandRejected { Rejection: { } refused })
            {
                refusal = Refusals.Sentence(Text, refused);
                return;
            }

            told = Text["Rating.Thanks"];
        }

        await Read();
    }

    private sealed class ProgressQuestion
    {
        public string Number { get; set; } = "";

        public string LastFour { get; set; } = "";
    }
}
