using System.Globalization;
using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;

namespace Workflows.Engine.Playing;

/// <summary>What a play says of an event, in the words of the office; null for what only the engine cares about.</summary>
internal static class PlayedWords
{
    public static (string? Matter, string What)? Of(CaseEvent @event, Case state, DefinitionSet definitions) => @event switch
    {
        CaseStarted e => (null, $"收件：{e.Applicant.Name} 申请“{definitions.Service.Name}”"),
        WorkItemCompleted { ByLaw: { } law } e => (state.WorkItems[e.WorkItemId].Matter, $"{state.WorkItems[e.WorkItemId].Name}：逾期未告知，视为受理（{law}）"),
        WorkItemCompleted e => (state.WorkItems[e.WorkItemId].Matter, $"{state.WorkItems[e.WorkItemId].Name}：{e.OutcomeName}{Reasons(e.Opinion)}"),
        CorrectionRequested e => (e.Correction.Matter, $"一次性告知补正（{e.Correction.NoticeNumber}）：{e.Correction.Reason}"),
        CorrectionAnswered e => (state.Corrections[e.CorrectionId].Matter, $"补正材料收件{Reasons(e.Note)}"),
        MatterAccepted e => (e.Matter, $"受理日 {Day(e.AcceptedOn)}，时限开始计算"),
        ResultIssued e => (e.Matter, $"发证：{e.Result.Name} {e.Result.Number}"),
        ClockExpired e => (state.Clocks[e.ClockId].Matter, $"{Kind(state.Clocks[e.ClockId].Limit.Kind)}已于 {Day(e.DueOn)} 届满"),
        IncidentRaised e => (null, $"异常：{e.Incident.Message}"),
        CaseEnded => (null, "办结"),
        _ => null,
    };

    public static string Kind(ClockKind kind) => kind switch
    {
        ClockKind.Acceptance => "受理时限",
        ClockKind.Promise => "承诺时限",
        ClockKind.Statutory => "法定时限",
        ClockKind.Step => "环节时限",
        ClockKind.Correction => "补正期限",
        ClockKind.Forwarding => "转送时限",
        ClockKind.PreExamination => "预审时限",
        ClockKind.SpecialProcedure => "特别程序期限",
        ClockKind.Consult => "征求意见期限",
        ClockKind.SilentConsentFollowUp => "补发文书期限",
        ClockKind.Reply => "回复期限",
        ClockKind.RatingRectification => "差评整改期限",
        _ => "送达时限",
    };

    public static string Limit(TimeLimit limit) => limit.Amount.ToString(CultureInfo.InvariantCulture) + limit.Unit switch
    {
        TimeUnit.WorkingDays => " 个工作日",
        TimeUnit.NaturalDays => " 日",
        TimeUnit.WorkingHours => " 个工作小时",
        TimeUnit.HalfDays => " 个半日",
        _ => " 小时",
    };

    public static string Status(ClockStatus status) => status switch
    {
        ClockStatus.Met => "按时",
        ClockStatus.MetLate => "逾期办结",
        ClockStatus.Void => "不再计时",
        ClockStatus.Stopped => "停止计时",
        ClockStatus.Overdue => "逾期",
        _ => "计时中",
    };

    /// <summary>The states' words in the ministry's data standard.</summary>
    public static string State(MatterState state) => state switch
    {
        MatterState.Received => "已接件",
        MatterState.Withdrawn => "已撤件",
        MatterState.AcceptedAtWindow => "窗口受理",
        MatterState.NotWithinScope => "不受理",
        MatterState.AcceptanceRefused => "不予受理",
        MatterState.CorrectionStarted => "补正(开始)",
        MatterState.CorrectionEnded => "补正(结束)",
        MatterState.InHandling => "部门(开始)办理",
        MatterState.SpecialProcedureStarted => "特别程序(开始)",
        MatterState.SpecialProcedureEnded => "特别程序(结束)",
        MatterState.CompletedApproved => "办结(通过)",
        MatterState.CompletedApprovedOnTolerance => "办结(容缺通过)",
        MatterState.CompletedRefused => "办结(不通过)",
        MatterState.Recalled => "撤回",
        _ => "撤销",
    };

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Reasons(string? text) => string.IsNullOrWhiteSpace(text) ? string.Empty : $"（{text}）";
}
