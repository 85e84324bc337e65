using System.Globalization;
using System.Text;

namespace Workflows.Engine.Playing;

/// <summary>A play as a page of text for people.</summary>
internal static class PlayedText
{
    private static readonly string[] Weekdays = ["日", "一", "二", "三", "四", "五", "六"];

    public static string Of(PlayedCase played)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{played.ServiceName} · {played.Example.Name}（{played.Number}）\n{played.Example.Summary}\n\n");
        text.Append("日期            工作日  经办                    事项与经过\n");
        foreach (var act in played.Timeline)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{PlayedWords.Day(act.On)} 周{Weekdays[(int)act.On.DayOfWeek]}  第 {act.WorkingDay,2} 天  {Wide(act.Who, 22)}  {(act.Matter is null ? string.Empty : $"【{act.Matter}】")}{act.What}\n");
        }

        text.Append("\n时钟\n");
        foreach (var clock in played.Clocks)
        {
            var stopped = clock.DaysStopped > 0 ? $"，停止计时 {clock.DaysStopped} 天" : string.Empty;
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {clock.Kind} {Wide(clock.Limit, 12)} {PlayedWords.Day(clock.StartedOn)} → 到期 {PlayedWords.Day(clock.DueOn)}{stopped}，{PlayedWords.Status(clock.Status)}  {string.Join(" · ", new[] { clock.Matter, clock.Step }.OfType<string>())}\n");
        }

        text.Append("\n结果\n");
        foreach (var matter in played.Matters)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {matter.Name}：{matter.State}{string.Concat(matter.Results.Select(result => $"，{result}"))}\n");
        }

        foreach (var difference in played.Differences)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n✗ {difference}");
        }

        text.Append(played.JournalVerified ? "\n✓ 留痕校验通过" : "\n✗ 留痕校验未通过");
        text.Append(played.Differences.Count == 0 ? "，结局与示例一致。\n" : "，结局与示例不一致。\n");

        return text.ToString();
    }

    // A Chinese character takes two columns of a terminal.
    private static string Wide(string text, int columns) =>
        text + new string(' ', Math.Max(0, columns - text.Sum(letter => letter > '⺀' ? 2 : 1)));
}
