using System.Globalization;
using System.Text;

namespace Workflows.Definitions.Feel;

/// <summary>Values as text: what <c>string()</c> answers, and literals that FEEL can read again.</summary>
public static class FeelText
{
    /// <summary>The value as the function <c>string</c> gives it: a string without quotation marks.</summary>
    public static string Plain(FeelValue value) => value is FeelString text ? text.Value : Literal(value);

    public static string Literal(FeelValue value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>A short form for messages.</summary>
    internal static string Brief(FeelValue value)
    {
        const int Longest = 60;
        var text = value switch
        {
            FeelString { Value.Length: > Longest } longer => Literal(longer.Value[..Longest]),
            FeelList or FeelContext => FeelType.Of(value).Name,
            { Extent.Weight: > 8 } => FeelType.Of(value).Name,
            _ => Literal(value),
        };
        return text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 3), "...");
    }

    /// <summary>No exponent and no zeros at the end: one value has one text.</summary>
    internal static string Number(decimal value) =>
        value.ToString(value.Scale == 0 ? "G" : "0.############################", CultureInfo.InvariantCulture);

    internal static string Date(FeelDate date) => (date.Year < 0 ? "-" : "")
        + FormattableString.Invariant($"{Math.Abs(date.Year):0000}-{date.Month:00}-{date.Day:00}");

    internal static string Time(FeelTime time) => FormattableString.Invariant($"{time.Hour:00}:{time.Minute:00}:{time.Second:00}")
        + (time.Nanosecond == 0 ? "" : "." + time.Nanosecond.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0'))
        + time.Zone?.Text();

    internal static string DateTime(FeelDateTime moment) => Date(moment.Date) + "T" + Time(moment.Time);

    internal static string Duration(FeelDuration duration)
    {
        var rest = Math.Abs(duration.Seconds);
        var days = Math.Floor(rest / 86_400);
        var hours = Math.Floor(rest % 86_400 / 3600);
        var minutes = Math.Floor(rest % 3600 / 60);
        var seconds = rest % 60;
        var time = Part(hours, 'H') + Part(minutes, 'M') + Part(seconds, 'S');
        return rest == 0 ? "PT0S" : (duration.Seconds < 0 ? "-P" : "P") + Part(days, 'D') + (time.Length == 0 ? "" : "T" + time);
    }

    internal static string Months(FeelMonths duration)
    {
        var (years, months) = Math.DivRem(Math.Abs(duration.Months), 12);
        return duration.Months == 0 ? "P0M" : (duration.Months < 0 ? "-P" : "P") + Part(years, 'Y') + Part(months, 'M');
    }

    private static string Part(decimal amount, char unit) => amount == 0 ? "" : Number(amount) + unit;

    private static void Append(StringBuilder text, FeelValue value)
    {
        switch (value)
        {
            case FeelNull:
                text.Append("null");
                break;
            case FeelBoolean boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            case FeelNumber number:
                text.Append(Number(number.Value));
                break;
            case FeelString plain:
                Quote(text, plain.Value);
                break;
            case FeelDate date:
                text.Append(Date(date));
                break;
            case FeelTime time:
                text.Append(Time(time));
                break;
            case FeelDateTime moment:
                text.Append(DateTime(moment));
                break;
            case FeelDuration duration:
                text.Append(Duration(duration));
                break;
            case FeelMonths months:
                text.Append(Months(months));
                break;
            case FeelRange range:
                AppendRange(text, range);
                break;
            case FeelList list:
                AppendList(text, list);
                break;
            case FeelContext context:
                AppendContext(text, context);
                break;
            case FeelFunction function:
                text.Append("function(").AppendJoin(", ", function.Parameters).Append(')');
                break;
        }
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"').Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
    }

    private static void AppendRange(StringBuilder text, FeelRange range)
    {
        if (range.Form is RangeForm.Interval)
        {
            text.Append(range.StartIncluded ? '[' : '(');
            Append(text, range.Start);
            text.Append("..");
            Append(text, range.End);
            text.Append(range.EndIncluded ? ']' : ')');
            return;
        }

        text.Append('(').Append(range.Form switch
        {
            RangeForm.Less => "< ",
            RangeForm.LessOrEqual => "<= ",
            RangeForm.Greater => "> ",
            RangeForm.GreaterOrEqual => ">= ",
            RangeForm.Equal => "= ",
            _ => "!= ",
        });
        Append(text, range.Form is RangeForm.Greater or RangeForm.GreaterOrEqual ? range.Start : range.End);
        text.Append(')');
    }

    private static void AppendList(StringBuilder text, FeelList list)
    {
        text.Append('[');

        for (var i = 0; i < list.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Append(text, list.Items[i]);
        }

        text.Append(']');
    }

    private static void AppendContext(StringBuilder text, FeelContext context)
    {
        text.Append('{');

        for (var i = 0; i < context.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(context.Names[i]).Append(": ");
            Append(text, context.Values[i]);
        }

        text.Append('}');
    }
}
