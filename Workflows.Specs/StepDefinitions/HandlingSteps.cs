using Workflows.Definitions.Feel;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>What officers do; with 想在 they try, and may be refused.</summary>
internal sealed class HandlingSteps(Office office, People people, Handling handling)
{
    [Step("到了 {date}")]
    public Task DayComes(DateOnly day) => office.MoveTo(day);

    [Step("{word}于 {date} 签收{string}")]
    public async Task Claim(string officer, DateOnly on, string matter) => await handling.Claim(await people.Officer(officer), on, matter);

    [Step("{word}于 {date} 受理{string}")]
    public async Task Accept(string officer, DateOnly on, string matter) =>
        await handling.Complete(await people.Officer(officer), on, matter, "受理", "受理");

    [Step("{word}于 {date} 审查{string}，结果是{string}，理由是{string}")]
    public async Task Review(string officer, DateOnly on, string matter, string outcome, string reason) =>
        await handling.Complete(await people.Officer(officer), on, matter, "审查", outcome, reason);

    [Step("{word}于 {date} 办完{string}，结果是{string}")]
    public Task Settle(string department, DateOnly on, string matter, string decision) => handling.Settle(department, on, matter, decision);

    [Step("{word}于 {date} 统一出件")]
    public Task Deliver(string department, DateOnly on) => handling.Deliver(on);

    [Step("{word}于 {date} 要求补正{string}，理由是{string}")]
    public async Task RequestCorrection(string officer, DateOnly on, string material, string reason) =>
        await handling.RequestCorrection(await people.Officer(officer), on, material, reason);

    [Step("{word}想在 {date} 要求补正{string}，理由是{string}")]
    public async Task TryRequestCorrection(string officer, DateOnly on, string material, string reason) =>
        await handling.TryRequestCorrection(await people.Officer(officer), on, material, reason);

    [Step("申请人于 {date} 补正{string}，并把地址改为{string}")]
    public Task AnswerWithNewFacts(DateOnly on, string material, string address) =>
        handling.AnswerCorrection(on, material, FeelContext.Empty.With("address", address));

    [Step("申请人于 {date} 补正{string}")]
    public Task AnswerCorrection(DateOnly on, string material) => handling.AnswerCorrection(on, material);

    [Step("{word}想在 {date} 受理{string}")]
    public async Task TryAccept(string officer, DateOnly on, string matter) =>
        await handling.TryComplete(await people.Officer(officer), on, matter, "受理", "受理");

    [Step("{word}想在 {date} 不予受理{string}，不写理由")]
    public async Task TryRefuseWithoutReason(string officer, DateOnly on, string matter) =>
        await handling.TryComplete(await people.Officer(officer), on, matter, "受理", "不予受理");

    [Step("{word}想在 {date} 审查{string}，结果是{string}")]
    public async Task TryReview(string officer, DateOnly on, string matter, string outcome) =>
        await handling.TryComplete(await people.Officer(officer), on, matter, "审查", outcome, "依据材料");

    [Step("{word}想在 {date} 决定{string}，结果是{string}")]
    public async Task TryDecide(string officer, DateOnly on, string matter, string outcome) =>
        await handling.TryComplete(await people.Officer(officer), on, matter, "决定", outcome);
}
