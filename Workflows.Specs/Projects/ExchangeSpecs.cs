using Shouldly;
using Workflows.Engine.Projects.Exchange;
using Xunit;

namespace Workflows.Specs.Projects;

public class ExchangeSpecs
{
    private static readonly ExchangeRow Detail = Row(ExchangeTable.Detail, "C-1:3:0", "2026-320402-47-01-102835", "C-1-project-filing", "发展和改革委员会", "张强", "11", "", "2026-03-06 10:00:00", "市级统建系统");

    private static readonly ExchangeRow Matter = Row(
        ExchangeTable.Matter, "C-1-project-filing", "2026-320402-47-01-102835", "building", "1", "project-filing", "1", "C-1-project-filing", "C-1", "发展和改革委员会", "并联", "5", "0", "0");

    [Fact]
    public void Rows_that_fit_together_have_no_fault() => ExchangeValidator.Check([Matter, Detail]).SelectMany(row => row.Faults).ShouldBeEmpty();

    [Theory]
    [InlineData("办理人", "", "“办理人”不能为空")]
    [InlineData("办理状态", "17", "办理状态“17”不在 15 个状态之内")]
    [InlineData("项目代码", "2026-1", "项目代码“2026-1”不符合 24 位编码的格式")]
    [InlineData("审批事项实例编码", "C-2-x", "没有审批事项实例“C-2-x”的办理信息")]
    public void A_wrong_value_is_named(string column, string value, string fault)
    {
        var wrong = Detail with { Values = Detail.Values.ToDictionary(entry => entry.Key, entry => entry.Key == column ? value : entry.Value) };

        ExchangeValidator.Check([Matter, wrong])[1].Faults.ShouldBe([fault]);
    }

    [Fact]
    public void A_key_that_comes_twice_is_named_in_both_rows() =>
        ExchangeValidator.Check([Matter, Detail, Detail]).Where(row => row.Faults.Count > 0).Select(row => row.Faults.Single()).ShouldBe(["地方数据主键“C-1:3:0”重复", "地方数据主键“C-1:3:0”重复"]);

    [Fact]
    public void A_table_is_written_with_the_state_of_each_row()
    {
        var failed = Detail with { Upload = UploadState.Failed, FailureReason = "部门名称不存在,请核对" };

        ExchangeCsv.Of(ExchangeTable.Detail, [Matter, failed]).ShouldBe(
            "\uFEFF项目代码,审批事项实例编码,办理部门,办理人,办理状态,办理意见,办理时间,数据来源,地方数据主键,数据有效标识,数据无效原因,数据上传状态,失败原因\r\n"
            + "2026-320402-47-01-102835,C-1-project-filing,发展和改革委员会,张强,11,,2026-03-06 10:00:00,市级统建系统,C-1:3:0,1,,上传失败,\"部门名称不存在,请核对\"\r\n");
    }

    private static ExchangeRow Row(ExchangeTable table, string key, params string[] values) =>
        new(table.Code, key, table.Columns.Zip(values).ToDictionary(pair => pair.First.Name, pair => pair.Second));
}
