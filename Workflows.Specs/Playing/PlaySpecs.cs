using System.Text.Json;
using Shouldly;
using Workflows.Engine;
using Workflows.Engine.CommandLine;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Playing;

public class PlaySpecs
{
    private static readonly string Services = Path.Combine(LibraryFolder.Path, "services");

    public static IEnumerable<TheoryDataRow<string>> Examples() => Directory
        .EnumerateFiles(Services, "*.json", SearchOption.AllDirectories)
        .Select(file => new TheoryDataRow<string>(Path.GetRelativePath(Services, file)))
        .OrderBy(row => row.Data, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_example_of_the_library_ends_as_it_says(string example)
    {
        var played = await PlayCommand.Play(new FileInfo(Path.Combine(Services, example)), null, TestContext.Current.CancellationToken);

        played.Differences.ShouldBeEmpty();
        played.JournalVerified.ShouldBeTrue();
    }

    [Fact]
    public async Task Prints_a_timeline_for_people()
    {
        var (status, output, errors) = await Run("play", Path.Combine(Services, "open-restaurant", "examples", "chain-shop.json"));

        status.ShouldBe(0, errors);
        output.ShouldContain("2026-04-30 周四  第  0 天  综窗窗口                收件：常州青禾餐饮管理有限公司钟楼店 申请“开办餐饮店”");
        output.ShouldEndWith("✓ 留痕校验通过，结局与示例一致。\n");
    }

    [Fact]
    public async Task Prints_json_for_tools()
    {
        var (status, output, errors) = await Run("play", Path.Combine(Services, "open-restaurant", "examples", "chain-shop.json"), "--json");

        status.ShouldBe(0, errors);
        using var json = JsonDocument.Parse(output);
        json.RootElement.GetProperty("status").GetString().ShouldBe("completed");
        json.RootElement.GetProperty("timeline")[0].GetProperty("on").GetString().ShouldBe("2026-04-30");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var (status, _, errors) = await Run("play", "nothing.json");

        status.ShouldBe(1);
        errors.ShouldBe("Expected an example application in 'nothing.json', but there is no such file.\n");
    }

    private static async Task<(int Status, string Output, string Errors)> Run(params string[] arguments)
    {
        var output = new StringWriter { NewLine = "\n" };
        var errors = new StringWriter { NewLine = "\n" };
        var status = await EngineProgram.Commands(output, errors).Parse(arguments).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);

        return (status, output.ToString(), errors.ToString());
    }
}
