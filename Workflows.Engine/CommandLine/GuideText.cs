using System.Globalization;
using System.Text;
using Workflows.Definitions.Guides;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Services;

namespace Workflows.Engine.CommandLine;

/// <summary>The service guide (办事指南) of a library in Markdown, in Chinese: for those who apply.</summary>
internal static class GuideText
{
    public static string Of(Library library)
    {
        var text = new StringBuilder("# 办事指南\n\n本页由正在运行的定义生成。标“＊”的时限没有来源，由本库暂定，城市应先改定。\n");
        foreach (var service in library.Services.Values.OrderBy(service => service.Code, StringComparer.Ordinal))
        {
            Write(text, service, library);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, ServiceDefinition service, Library library)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {service.Name}\n\n{service.Summary}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- 牵头部门：{library.Departments[service.LeadDepartment].Name}\n- 承诺时限：{Limit(service.Promised)}（{service.Promised.Basis}）\n");
        foreach (var window in service.Windows)
        {
            text.Append(CultureInfo.InvariantCulture, $"- 申请时间：{window.Name}，{window.OpensOn:O} 至 {window.ClosesOn:O}\n");
        }

        WriteSavings(text, Savings.Of(service, library.FindProcess));
        text.Append("\n| 事项 | 部门 | 何时办理 | 法定时限 | 承诺时限 | 结果 |\n|---|---|---|---|---|---|\n");
        foreach (var (matter, when) in service.Matters)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {matter.Name} | {library.Departments[matter.Department].Name} | {when} | {Limit(matter.Statutory)} | {Limit(matter.Promised)} | {Join(matter.Results.Select(result => result.Name))} |\n");
        }

        text.Append("\n| 材料 | 用于 | 来源 |\n|---|---|---|\n");
        foreach (var asked in OneSet.Of(service))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {asked.Material.Name}{(asked.IsAlways ? "" : "（视情形）")} | {Join(asked.Matters)} | {Source(asked)} |\n");
        }
    }

    private static void WriteSavings(StringBuilder text, Savings savings) => text.Append(
        CultureInfo.InvariantCulture,
        $"- 四减：材料 {Saved(savings.Materials)}，环节 {Saved(savings.Steps)}，工作日 {Saved(savings.WorkingDays)}，跑动 {Saved(savings.Visits)}\n");

    private static string Saved(Saving saving) => string.Create(CultureInfo.InvariantCulture, $"{saving.Before:0.##} → {saving.After:0.##}（减 {saving.Percent}%）");

    private static string Source(AskedMaterial asked) =>
        asked.IssuedBy is { } matter ? $"本服务的“{matter}”签发，不必提交" : asked.IsBroughtByApplicant ? "申请人自备" : "数据共享";

    private static string Limit(TimeLimit limit)
    {
        var unit = limit.Unit switch
        {
            TimeUnit.WorkingDays => "个工作日",
            TimeUnit.NaturalDays => "日",
            TimeUnit.WorkingHours => "个工作小时",
            TimeUnit.NaturalHours => "小时",
            _ => "个半日",
        };

        return string.Create(CultureInfo.InvariantCulture, $"{limit.Amount:0.##} {unit}{(limit.Assumed ? "＊" : "")}");
    }

    private static string Join(IEnumerable<string> names) => string.Join("、", names);
}
