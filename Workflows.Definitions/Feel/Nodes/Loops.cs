namespace Workflows.Definitions.Feel;

/// <summary>What <c>for</c>, <c>some</c> and <c>every</c> go through: a list, a range, or the numbers or dates from one to another.</summary>
internal sealed class IterationDomain(Node domain, Node? last)
{
    public Node Domain => domain;

    public Node? Last => last;

    /// <summary>The values; null where the domain cannot be gone through.</summary>
    public FeelList? Values(Evaluation run, Scope scope)
    {
        var value = domain.Evaluate(run, scope);

        if (last is not null)
        {
            return Steps(run, value, last.Evaluate(run, scope));
        }

        return value switch
        {
            FeelList list => list,
            FeelRange range => InRange(run, range),
            FeelNull => Refuse(run, value),
            _ => [value],
        };
    }

    private static FeelList? InRange(Evaluation run, FeelRange range)
    {
        if (range.Form is not RangeForm.Interval || FeelOrder.Compare(range.Start, range.End) is not <= 0 || Steps(run, range.Start, range.End) is not { } steps)
        {
            return Refuse(run, range);
        }

        var from = range.StartIncluded ? 0 : 1;
        var count = Math.Max(0, steps.Count - from - (range.EndIncluded ? 0 : 1));
        return FeelList.Over(steps.Items.Slice(Math.Min(from, steps.Count), count).ToArray());
    }

    private static FeelList? Steps(Evaluation run, FeelValue first, FeelValue last)
    {
        var distance = (first, last) switch
        {
            (FeelNumber a, FeelNumber b) when decimal.IsInteger(a.Value) && decimal.IsInteger(b.Value) => b.Value - a.Value,
            (FeelDate a, FeelDate b) => b.DayNumber - a.DayNumber,
            _ => (decimal?)null,
        };

        if (distance is null)
        {
            run.Fail($"Expected to go from one whole number or date to another, but found {FeelText.Brief(first)} and {FeelText.Brief(last)}.");
            return null;
        }

        run.Reserve((long)Math.Min(Math.Abs(distance.Value), long.MaxValue / 2) + 1);
        var values = new FeelValue[(int)Math.Abs(distance.Value) + 1];

        for (var i = 0; i < values.Length; i++)
        {
            var offset = distance < 0 ? -i : i;
            values[i] = first is FeelNumber number ? new FeelNumber(number.Value + offset) : ((FeelDate)first).AddDays(offset)!;
        }

        run.Spend(values.Length);
        return FeelList.Over(values);
    }

    private static FeelList? Refuse(Evaluation run, FeelValue value)
    {
        run.Fail($"Expected a list or a range to go through, but found {FeelText.Brief(value)}.");
        return null;
    }
}

/// <summary><c>for … return</c>. Before the loop variables stands the local variable <c>partial</c>: the results so far.</summary>
internal sealed class ForNode(IterationDomain[] domains, Node body, bool usesPartial)
    : Node([.. domains.Select(domain => domain.Domain), .. domains.Select(domain => domain.Last).OfType<Node>(), body])
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        var results = new PartialResults();
        return Go(run, scope.Push(FeelList.Empty), 0, results) ? results.List() : FeelValue.Null;
    }

    private bool Go(Evaluation run, Scope scope, int level, PartialResults results)
    {
        if (level == domains.Length)
        {
            run.Spend(body.Size);
            run.Reserve(1);
            results.Add(body.Evaluate(run, usesPartial ? WithPartial(scope, results) : scope));
            return true;
        }

        if (domains[level].Values(run, scope) is not { } values)
        {
            return false;
        }

        run.Spend(values.Count);

        for (var i = 0; i < values.Count; i++)
        {
            if (!Go(run, scope.Push(values.Items[i]), level + 1, results))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same locals over a fresh <c>partial</c>.</summary>
    private Scope WithPartial(Scope scope, PartialResults results)
    {
        var values = new FeelValue[domains.Length];
        var local = scope.Locals!;

        for (var i = values.Length - 1; i >= 0; i--)
        {
            values[i] = local.Value;
            local = local.Outer!;
        }

        var fresh = new Scope(scope.Variables, new Local(results.List(), local.Outer));

        foreach (var value in values)
        {
            fresh = fresh.Push(value);
        }

        return fresh;
    }
}

/// <summary>A list that grows; what was handed out earlier keeps its length.</summary>
internal sealed class PartialResults
{
    private FeelValue[] _items = new FeelValue[4];
    private int _count;
    private Extent _extent = Extent.Around();

    public void Add(FeelValue value)
    {
        _extent = _extent.And(value);

        if (_count == _items.Length)
        {
            Array.Resize(ref _items, _count * 2);
        }

        _items[_count++] = value;
    }

    public FeelList List() => FeelList.Prefix(_items, _count, _extent);
}

/// <summary><c>some</c> and <c>every</c>: every item is looked at, because an answer that is no boolean makes the whole null.</summary>
internal sealed class QuantifiedNode(bool every, IterationDomain[] domains, Node condition)
    : Node([.. domains.Select(domain => domain.Domain), .. domains.Select(domain => domain.Last).OfType<Node>(), condition])
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        var seen = new Answers();

        if (!Go(run, scope, 0, seen))
        {
            return FeelValue.Null;
        }

        return every
            ? seen.False ? FeelBoolean.False : seen.Null ? FeelValue.Null : FeelBoolean.True
            : seen.True ? FeelBoolean.True : seen.Null ? FeelValue.Null : FeelBoolean.False;
    }

    private bool Go(Evaluation run, Scope scope, int level, Answers seen)
    {
        if (level == domains.Length)
        {
            run.Spend(condition.Size);
            return seen.Note(run, condition.Evaluate(run, scope));
        }

        if (domains[level].Values(run, scope) is not { } values)
        {
            return false;
        }

        run.Spend(values.Count);

        for (var i = 0; i < values.Count; i++)
        {
            if (!Go(run, scope.Push(values.Items[i]), level + 1, seen))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Answers
    {
        public bool True { get; private set; }

        public bool False { get; private set; }

        public bool Null { get; private set; }

        public bool Note(Evaluation run, FeelValue answer)
        {
            True |= ReferenceEquals(answer, FeelBoolean.True);
            False |= ReferenceEquals(answer, FeelBoolean.False);
            Null |= answer is FeelNull;

            if (answer is FeelBoolean or FeelNull)
            {
                return true;
            }

            run.Fail($"Expected a condition after 'satisfies', but found {FeelText.Brief(answer)}.");
            return false;
        }
    }
}
