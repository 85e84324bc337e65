using Shouldly;
using Xunit;
using Xunit.Sdk;

namespace Workflows.Specs.Support.Gherkin.Specs;

public class ScenarioRunnerSpecs
{
    private readonly ScenarioRunner runner = new(new StepCatalogue([typeof(IntakeSteps), typeof(JournalSteps)]));

    public static List<string> Trace => TraceOfThisTest.Value ??= [];

    private static AsyncLocal<List<string>> TraceOfThisTest { get; } = new();

    public ScenarioRunnerSpecs() => TraceOfThisTest.Value = [];

    [Fact]
    public async Task Steps_share_one_driver_and_end_with_its_verification()
    {
        await Run("当张三提交申请", "并且李四提交申请", "那么留痕有 2 条");

        Trace.ShouldBe(["张三", "李四", "verified 2", "disposed"]);
    }

    [Fact]
    public async Task Each_scenario_begins_afresh()
    {
        await Run("当张三提交申请", "那么留痕有 1 条");
        await Run("当张三提交申请", "那么留痕有 1 条");
    }

    [Fact]
    public async Task An_undefined_step_fails_with_its_place_before_anything_runs()
    {
        var failure = await Should.ThrowAsync<StepFailure>(() => Run("当张三提交申请", "那么办件办结"));

        failure.Message.ShouldBe($"试.feature:5 那么办件办结{Environment.NewLine}Expected one step definition, but found none.");
        Trace.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_ambiguous_step_fails_with_all_candidates()
    {
        var failure = await Should.ThrowAsync<StepFailure>(() => Run("当张三提交申请两次"));

        failure.Message.ShouldContain("试.feature:4");
        failure.Message.ShouldContain("IntakeSteps.SubmitTwice");
        failure.Message.ShouldContain("IntakeSteps.SubmitAgain");
    }

    [Fact]
    public async Task A_step_that_does_not_hold_fails_with_its_place_and_still_disposes()
    {
        var failure = await Should.ThrowAsync<StepFailure>(() => Run("当张三提交申请", "那么留痕有 2 条"));

        failure.Message.ShouldStartWith("试.feature:5 那么留痕有 2 条");
        failure.InnerException.ShouldBeOfType<ShouldAssertException>();
        Trace.ShouldBe(["张三", "disposed"]);
    }

    [Fact]
    public async Task A_step_may_skip_the_scenario() => await Should.ThrowAsync<SkipException>(() => Run("假如没有测试数据"));

    [Fact]
    public async Task A_table_and_a_doc_string_arrive_last()
    {
        await Run("当收到以下名单", "| 姓名 |", "| 王五 |", "并且以下是全文", "'''", "原文", "'''");

        Trace.ShouldBe(["王五", "原文", "verified 1", "disposed"]);
    }

    [Fact]
    public async Task A_method_with_the_wrong_number_of_parameters_is_named()
    {
        var failure = await Should.ThrowAsync<StepFailure>(() => Run("当收到以下名单"));

        failure.Message.ShouldContain("Expected IntakeSteps.SubmitAll \"收到以下名单\" to take 0 arguments, but it takes 1.");
    }

    private async Task Run(params string[] steps)
    {
        string[] lines = ["# language: zh-CN", "功能: 试", "场景: 试", .. steps];
        var text = string.Join('\n', lines).Replace("'''", "\"\"\"", StringComparison.Ordinal);
        await runner.Run(FeatureFile.Read("试.feature", new StringReader(text)).ShouldHaveSingleItem());
    }

    public sealed class JournalDriver : IScenarioEnd, IAsyncDisposable
    {
        public int Count { get; private set; }

        public void Enter(string name)
        {
            Count++;
            Trace.Add(name);
        }

        public Task VerifyAtScenarioEnd()
        {
            Trace.Add($"verified {Count}");
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            Trace.Add("disposed");
            return ValueTask.CompletedTask;
        }
    }

    public sealed class IntakeSteps(JournalDriver journal)
    {
        [Step("{word}提交申请")]
        public async Task Submit(string name)
        {
            await Task.Yield();
            journal.Enter(name);
        }

        [Step("收到以下名单")]
        public void SubmitAll(StepTable people) => people.Rows.ToList().ForEach(row => journal.Enter(row["姓名"]));

        [Step("{word}提交申请两次")]
        public void SubmitTwice(string name) => journal.Enter(name);

        [Step("^张三提交申请.次$")]
        [Step("张三提交申请{word}次")]
        public void SubmitAgain(string name) => journal.Enter(name);
    }

    public sealed class JournalSteps(JournalDriver journal)
    {
        [Step("留痕有 {int} 条")]
        public void HasEntries(int count) => journal.Count.ShouldBe(count);

        [Step("以下是全文")]
        public ValueTask Text(string text)
        {
            Trace.Add(text);
            return ValueTask.CompletedTask;
        }

        [Step("没有测试数据")]
        public void NoSuites() => Assert.Skip("The suite is not installed.");
    }
}
