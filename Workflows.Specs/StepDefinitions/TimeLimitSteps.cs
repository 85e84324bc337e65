using Shouldly;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>Stops, extensions, silence, cards and new calendars.</summary>
internal sealed class TimeLimitSteps(Office office, Handling handling, People people, TimeLimits limits)
{
    [Step("{string}实行超时默认，依据是{string}")]
    public Task SilentConsent(string matter, string basis) => limits.OrderSilentConsent(matter, basis);

    [Step("{string}可以中止，依据是{string}")]
    public Task AllowSuspension(string matter, string basis) => limits.AllowSuspension(matter, basis);

    [Step("申请人于 {date} 申请恢复办理")]
    public Task Resume(DateOnly on) => limits.CloseProcedure(Actor.Applicant, on, "申请人申请恢复");

    [Step("{word}于 {date} 对{string}开始{word}，计划 {date} 结束")]
    public async Task Open(string department, DateOnly on, string matter, string kind, DateOnly until) =>
        await limits.OpenProcedure(await people.Officer(department), on, matter, Kind(kind), until);

    [Step("{word}于 {date} 对{string}开始{word}，没有依据")]
    public async Task OpenWithoutBasis(string department, DateOnly on, string matter, string kind) =>
        await limits.OpenProcedure(await people.Officer(department), on, matter, Kind(kind), on.AddDays(7), basis: "");

    [Step("{word}于 {date} 结束特别程序，结果是{string}")]
    public async Task Close(string department, DateOnly on, string result) => await limits.CloseProcedure(await people.Officer(department), on, result);

    [Step("{word}负责人于 {date} 批准{string}延期 {decimal} 个工作日，理由是{string}")]
    public Task Extend(string department, DateOnly on, string matter, decimal days, string reason) => limits.Extend(department, on, matter, days, reason);

    [Step("{word}于 {date} 补发{string}的文书")]
    public Task IssueOwed(string department, DateOnly on, string matter) => limits.IssueOwed(department, on, matter);

    [Step("新的通知把 {date} 定为{string}放假")]
    public Task DayOff(DateOnly day, string holiday) => limits.PublishDayOff(day, holiday);

    [Step("2027 年的放假通知公布了")]
    public Task NextYear() => limits.PublishNextYear();

    [Step("{string}于 {date} 发{word}，因为{string}")]
    public async Task IsCarded(string matter, DateOnly on, string level, string rung)
    {
        var passed = (await limits.Cards(Level(level))).Where(passed => passed.Rung == rung && Matter(passed.ClockId) == matter);
        passed.ShouldHaveSingleItem().On.ShouldBe(on);
    }

    [Step("{string}没有发{word}")]
    public async Task IsNotCarded(string matter, string level) =>
        (await limits.Cards(Level(level))).Where(passed => Matter(passed.ClockId) == matter).ShouldBeEmpty();

    [Step("{string}自 {date} 起默认通过，由{word}负责")]
    public async Task HasConsented(string matter, DateOnly on, string department)
    {
        var consent = handling.Matter(matter).SilentConsent.ShouldNotBeNull();
        consent.On.ShouldBe(on);
        consent.LiableDepartment.ShouldBe(await people.Department(department));
    }

    [Step("{string}已有文书")]
    public void HasDocument(string matter) => handling.Matter(matter).Results.ShouldNotBeEmpty();

    [Step("{string}还没有文书")]
    public void HasNoDocument(string matter) => handling.Matter(matter).Results.ShouldBeEmpty();

    [Step("{string}的{word}时限由 {date} 变为 {date}，留痕写明{string}")]
    public async Task HasMoved(string matter, string kind, DateOnly from, DateOnly to, string reason)
    {
        var moved = (await limits.Told<ClockRecounted>()).Single(moved => Matter(moved.ClockId) == matter && office.Case.Clocks[moved.ClockId].Limit.Kind == ClockKindOf(kind));
        (moved.From, moved.To).ShouldBe((from, to));
        moved.Reason.ShouldContain(reason);
    }

    [Step("{string}的{word}时限是暂定的")]
    public async Task IsProvisional(string matter, string kind) => (await Read(matter, kind)).IsProvisional.ShouldBeTrue();

    [Step("{string}的{word}时限不是暂定的")]
    public async Task IsSettled(string matter, string kind) => (await Read(matter, kind)).IsProvisional.ShouldBeFalse();

    [Step("没有准许，因为{word}")]
    public void IsRefused(string reason) => office.Refusal.ShouldNotBeNull().Code.ShouldBe(reason switch
    {
        "没有依据" => RejectionCode.BasisRequired,
        "定义不允许" => RejectionCode.OperationNotAllowed,
        "时间过长" => RejectionCode.TooLong,
        "已经停止计时" => RejectionCode.AlreadyStopped,
        "已经延期" => RejectionCode.AlreadyExtended,
        "时限已过" => RejectionCode.LimitExpired,
        _ => throw new ArgumentException($"Expected a known reason, but found '{reason}'."),
    });

    private async Task<ClockReading> Read(string matter, string kind)
    {
        var code = handling.Matter(matter).Code;
        var clock = office.Case.Clocks.Values.Single(clock => clock.Matter == code && clock.Limit.Kind == ClockKindOf(kind));
        return ClockReading.Of(clock, (await office.Published()).Definitions.Calendar, office.Today);
    }

    private string Matter(int clockId) => office.Case.Clocks[clockId].Matter is { } code ? office.Case.Matters[code].Name : "";

    private static ClockKind ClockKindOf(string kind) => kind switch
    {
        "受理" => ClockKind.Acceptance,
        "承诺" => ClockKind.Promise,
        "法定" => ClockKind.Statutory,
        "送达" => ClockKind.Delivery,
        "补发文书" => ClockKind.SilentConsentFollowUp,
        _ => throw new ArgumentException($"Expected a known kind of limit, but found '{kind}'."),
    };

    private static AlertLevel Level(string level) => level switch
    {
        "预警" => AlertLevel.Warning,
        "黄牌" => AlertLevel.Yellow,
        "红牌" => AlertLevel.Red,
        _ => throw new ArgumentException($"Expected 预警, 黄牌 or 红牌, but found '{level}'."),
    };

    private static StopKind Kind(string kind) => kind switch
    {
        "听证" => StopKind.Hearing,
        "检测" => StopKind.Testing,
        "专家评审" => StopKind.ExpertReview,
        "拍卖" => StopKind.Auction,
        "中止" => StopKind.Suspension,
        _ => throw new ArgumentException($"Expected a known special procedure, but found '{kind}'."),
    };
}
