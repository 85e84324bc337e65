namespace Workflows.Definitions.Feel;

/// <summary><c>value.name</c>: a context's entry, a property of a date, time, duration or range, or the list of them for a list.</summary>
internal sealed class PathNode(Node target, string name) : Node(target)
{
    public Node Target => target;

    public string Name => name;

    /// <summary>The whole path from a variable, e.g. <c>form.area</c>; null where it begins with another value.</summary>
    public string? OfVariable { get; } = target switch
    {
        VariableNode variable => $"{variable.Name}.{name}",
        PathNode { OfVariable: { } outer } => $"{outer}.{name}",
        _ => null,
    };

    public override FeelValue Evaluate(Evaluation run, Scope scope) => target.Evaluate(run, scope) switch
    {
        FeelContext context => context.TryGet(name, out var value) ? value : run.Fail($"Expected an entry '{name}', but the context has none."),
        FeelList list => OfItems(run, list),
        FeelNull => FeelValue.Null,
        var other => Properties.Of(other, name) ?? run.Fail($"Expected a property '{name}', but {FeelType.Of(other)} {FeelText.Brief(other)} has none."),
    };

    private FeelList OfItems(Evaluation run, FeelList list)
    {
        run.Spend(list.Count);
        run.Reserve(list.Count);
        var values = new FeelValue[list.Count];

        for (var i = 0; i < values.Length; i++)
        {
            values[i] = list.Items[i] is FeelContext context ? context[name] : Properties.Of(list.Items[i], name) ?? FeelValue.Null;
        }

        return FeelList.Over(values);
    }
}

/// <summary><c>list[filter]</c>: an item by its place, from 1 or backwards from -1, or the items for which the filter is true.</summary>
internal sealed class FilterNode(Node target, Node filter) : Node(target, filter)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        var value = target.Evaluate(run, scope);
        var items = value is FeelList list ? list : value is FeelNull ? FeelList.Empty : [value];

        // A constant place needs no look at the items.
        if (filter is Constant { Value: FeelNumber constant })
        {
            return At(items, constant.Value);
        }

        var kept = new List<FeelValue>();

        for (var i = 0; i < items.Count; i++)
        {
            run.Spend(filter.Size);
            var test = filter.Evaluate(run, scope.Push(items.Items[i]));

            if (test is FeelNumber place)
            {
                return At(items, place.Value);
            }

            if (ReferenceEquals(test, FeelBoolean.True))
            {
                kept.Add(items.Items[i]);
            }
            else if (test is not (FeelBoolean or FeelNull))
            {
                return run.Fail($"Expected a condition or a place in a filter, but found {FeelText.Brief(test)}.");
            }
        }

        run.Reserve(kept.Count);
        return FeelList.Over([.. kept]);
    }

    private static FeelValue At(FeelList items, decimal place)
    {
        var index = place > 0 ? place - 1 : items.Count + place;
        return place != 0 && index >= 0 && index < items.Count && decimal.Truncate(index) == index ? items.Items[(int)index] : FeelValue.Null;
    }
}

/// <summary>The properties of values that are no contexts (DMN 1.5 table 65).</summary>
internal static class Properties
{
    public static FeelValue? Of(FeelValue value, string name) => value switch
    {
        FeelDate date => OfDate(date, name) ?? OfMidnight(name),
        FeelTime time => OfTime(time, name),
        FeelDateTime moment => OfDate(moment.Date, name) ?? OfTime(moment.Time, name, moment.Date),
        FeelDuration duration => OfDuration(duration, name),
        FeelMonths months => name switch
        {
            "years" => new FeelNumber(months.Months / 12),
            "months" => new FeelNumber(months.Months % 12),
            "value" => new FeelNumber(months.Months),
            _ => null,
        },
        FeelRange range => name switch
        {
            "start" => range.Start,
            "end" => range.End,
            "start included" => FeelBoolean.Of(range.StartIncluded),
            "end included" => FeelBoolean.Of(range.EndIncluded),
            _ => null,
        },
        _ => null,
    };

    private static FeelNumber? OfDate(FeelDate date, string name) => name switch
    {
        "year" => new FeelNumber(date.Year),
        "month" => new FeelNumber(date.Month),
        "day" => new FeelNumber(date.Day),
        "weekday" => new FeelNumber(date.Weekday),
        _ => null,
    };

    /// <summary>A date among times is midnight UTC.</summary>
    private static FeelValue? OfMidnight(string name) => name is "hour" or "minute" or "second" or "time offset"
        ? OfTime(new FeelTime(0, 0, 0, 0, FeelZone.Utc), name)
        : null;

    private static FeelValue? OfTime(FeelTime time, string name, FeelDate? date = null) => name switch
    {
        "hour" => new FeelNumber(time.Hour),
        "minute" => new FeelNumber(time.Minute),
        "second" => new FeelNumber(time.Second),
        "time offset" => time.Zone is null ? FeelValue.Null : new FeelDuration(time.Zone.OffsetAt(date, time.SecondOfDay)),
        "timezone" => time.Zone?.Id is { } id ? new FeelString(id) : FeelValue.Null,
        "value" => new FeelNumber(date is null ? FeelOrder.Second(time) : new FeelDateTime(date, time).EpochSecond),
        _ => null,
    };

    private static FeelNumber? OfDuration(FeelDuration duration, string name) => name switch
    {
        "days" => new FeelNumber(decimal.Truncate(duration.Seconds / 86_400)),
        "hours" => new FeelNumber(decimal.Truncate(duration.Seconds % 86_400 / 3600)),
        "minutes" => new FeelNumber(decimal.Truncate(duration.Seconds % 3600 / 60)),
        "seconds" => new FeelNumber(decimal.Truncate(duration.Seconds % 60)),
        "value" => new FeelNumber(duration.Seconds),
        _ => null,
    };
}
