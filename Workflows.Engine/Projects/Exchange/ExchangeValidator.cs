using System.Globalization;
using Workflows.Definitions.Matters;

namespace Workflows.Engine.Projects.Exchange;

/// <summary>Looks at rows as the receiving side would, without sending anything (试校验). Pure.</summary>
public static class ExchangeValidator
{
    /// <summary>The rows with what is wrong with each.</summary>
    public static IReadOnlyList<ExchangeRow> Check(IReadOnlyList<ExchangeRow> rows)
    {
        var instances = rows.Where(row => row.Table == ExchangeTable.Matter.Code).Select(row => row.Values["审批事项实例编码"]).ToHashSet(StringComparer.Ordinal);
        var twice = rows.GroupBy(row => (row.Table, row.Key)).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return [.. rows.Select(row => row with { Faults = [.. Faults(row, instances, twice.Contains((row.Table, row.Key)))] })];
    }

    private static IEnumerable<string> Faults(ExchangeRow row, HashSet<string> instances, bool isTwice)
    {
        foreach (var column in ExchangeTable.Find(row.Table)!.Columns.Where(column => column.IsRequired && string.IsNullOrWhiteSpace(row.Values[column.Name])))
        {
            yield return $"“{column.Name}”不能为空";
        }

        if (row.Values.TryGetValue("项目代码", out var code) && !ProjectCode.IsWellFormed(code))
        {
            yield return $"项目代码“{code}”不符合 24 位编码的格式";
        }

        if (row.Table != ExchangeTable.Matter.Code && row.Values.TryGetValue("审批事项实例编码", out var instance) && !instances.Contains(instance))
        {
            yield return $"没有审批事项实例“{instance}”的办理信息";
        }

        if (row.Values.TryGetValue("办理状态", out var state) && !(int.TryParse(state, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((MatterState)number)))
        {
            yield return $"办理状态“{state}”不在 15 个状态之内";
        }

        if (row.Values.TryGetValue("开始时间", out var from) && row.Values.TryGetValue("结束时间", out var until) && until.Length > 0 && string.CompareOrdinal(until, from) < 0)
        {
            yield return "结束时间早于开始时间";
        }

        if (isTwice)
        {
            yield return $"地方数据主键“{row.Key}”重复";
        }
    }
}
