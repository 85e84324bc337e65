using System.Globalization;
using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Calendars;
using Workflows.Designer.Shell;
using Workflows.Engine.Clocks;

namespace Workflows.Designer.Clocks;

public sealed partial class ClockExplanationView
{
    [Parameter, EditorRequired]
    public ClockExplanation Explanation { get; set; } = default!;

    private string Reason(ClockDay day) => day.Stop is { } stop
        ? Text["Clock.StoppedBy", Text.Word(stop.Kind), stop.Document, stop.Actor]
        : day.Kind.Reason switch
        {
            DayReason.Holiday or DayReason.MakeUpDay => Text[$"DayReason.{day.Kind.Reason}", day.Kind.Published!.Holiday],
            DayReason.HalfDay => Text["DayReason.HalfDay", day.Kind.Published!.Holiday, Text.Word(day.Kind.Published.Off!.Value)],
            var reason => Text.Word(reason),
        };

    private static string Written(decimal units) => units.ToString("0.##", CultureInfo.InvariantCulture);
}
