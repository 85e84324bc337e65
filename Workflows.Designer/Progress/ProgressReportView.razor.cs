using Microsoft.AspNetCore.Components;
using Workflows.Designer.Shell;
using Workflows.Engine.Cases;
using Workflows.Engine.Corrections;

namespace Workflows.Designer.Progress;

public sealed partial class ProgressReportView
{
    [Parameter, EditorRequired]
    public ProgressReport Report { get; set; } = default!;

    /// <summary>What the applicant has proved to know; the forms bring it back.</summary>
    [Parameter, EditorRequired]
    public string LastFour { get; set; } = "";

    [Parameter]
    public EventCallback<Correction> OnAnswer { get; set; }

    [Parameter]
    public EventCallback OnRate { get; set; }

    private string Headline => Report switch
    {
        { Status: CaseStatus.Completed } => Text["Progress.Completed", Report.EndedAt!.Value.Written()],
        { Status: not CaseStatus.Running } => Text.Word(Report.Status),
        { Corrections.Count: > 0 } => Text["Progress.WaitsForYou"],
        { DueOn: { } due } => Text["Progress.RunningUntil", due.Written()],
        _ => Text["Progress.Running"],
    };

    private string Sentence(MatterProgressLine matter) => matter switch
    {
        { WaitsForApplicant: true } => Text["Progress.MatterWaitsForYou"],
        { HasEnded: true } => "",
        { AnswerOn: { } answer } => Text["Progress.MatterAnswer", Names.Department(matter.Department), answer.Written()],
        { Step: { } step, DueOn: { } due } => Text["Progress.MatterStepUntil", Names.Department(matter.Department), step, due.Written()],
        { Step: { } step } => Text["Progress.MatterStep", Names.Department(matter.Department), step],
        { DueOn: { } due } => Text["Progress.MatterUntil", due.Written()],
        _ => Text["Progress.MatterReceived", Names.Department(matter.Department)],
    };
}
