using Shouldly;
using Workflows.Engine;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Guides;

public sealed class GuideCommandSpecs
{
    [Fact]
    public async Task Every_service_stands_in_the_guide_with_departments_limits_and_materials()
    {
        var (status, text, errors) = await Run("guide", LibraryFolder.Path);

        status.ShouldBe(0, errors);
        text.ShouldContain("## 企业注销登记\n");
        text.ShouldContain("| 税务注销 | 税务局 | 所有申请 | 20 个工作日＊ | 10 个工作日 | 清税证明 |\n");
        text.ShouldContain("| 清税证明 | 企业注销登记 | 本服务的“税务注销”签发，不必提交 |\n");
        text.ShouldContain("- 申请时间：2026 年秋季入学，2026-06-01 至 2026-06-20\n");
    }

    [Fact]
    public async Task It_goes_into_a_file_where_one_is_named()
    {
        using var folder = new TemporaryLibrary();
        var file = Path.Combine(folder.Folder, "guide.md");

        var (status, text, errors) = await Run("guide", LibraryFolder.Path, "--out", file);

        status.ShouldBe(0, errors);
        text.ShouldBeEmpty();
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldStartWith("# 办事指南\n");
    }

    [Fact]
    public async Task A_library_with_errors_gives_no_guide()
    {
        using var folder = LibraryFolder.Copy().Replacing("matters/tax-clearance/matter.yaml", "department: tax", "department: moon");

        var (status, text, errors) = await Run("guide", folder.Folder);

        status.ShouldBe(1);
        text.ShouldBeEmpty();
        errors.ShouldContain("Expected 'department' to be a department of catalogue/departments.yaml, but there is no 'moon'.");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var (status, _, errors) = await Run("guide", "nowhere");

        status.ShouldBe(1);
        errors.ShouldBe("Expected a library in 'nowhere', but there is no such folder.\n");
    }

    private static async Task<(int Status, string Output, string Errors)> Run(params string[] arguments)
    {
        var output = new StringWriter { NewLine = "\n" };
        var errors = new StringWriter { NewLine = "\n" };
        var status = await EngineProgram.Commands(output, errors).Parse(arguments).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);

        return (status, output.ToString(), errors.ToString());
    }
}
