namespace Workflows.Definitions.Feel;

/// <summary>DMN 1.5 table 73, the functions that look into lists and make new ones.</summary>
internal static class ListFunctions
{
    public static readonly BuiltIn[] All =
    [
        new("list contains", new Signature((run, a) => IndexOf(run, a.List(0), a[1]) >= 0, Parameter.List("list"), Parameter.Any("element"))),
        new("count", new Signature((_, a) => a.List(0).Count, Parameter.List("list"))),
        new("sublist", new Signature(Sublist, Parameter.List("list"), Parameter.Number("start position"), Parameter.Number("length").Optional())),
        new("append", new Signature((run, a) => Concatenated(run, a.List(0), a.List(1)), Parameter.List("list"), Parameter.Rest("item", FeelType.Any))),
        new("concatenate", new Signature((run, a) => Concatenated(run, a.List(0)), Parameter.Rest("list", FeelType.AnyList))),
        new("insert before", new Signature(InsertBefore, Parameter.List("list"), Parameter.Number("position"), Parameter.Any("newItem"))),
        new("remove", new Signature(Remove, Parameter.List("list"), Parameter.Number("position"))),
        new(
            "list replace",
            new Signature(ReplaceAt, Parameter.List("list"), Parameter.Number("position"), Parameter.Any("newItem")),
            new Signature(ReplaceWhere, Parameter.List("list"), Parameter.Function("match"), Parameter.Any("newItem"))),
        new("reverse", new Signature(Reverse, Parameter.List("list"))),
        new("index of", new Signature(IndexesOf, Parameter.List("list"), Parameter.Any("match"))),
        new("union", new Signature((run, a) => Distinct(run, Concatenated(run, a.List(0))), Parameter.Rest("list", FeelType.AnyList))),
        new("distinct values", new Signature((run, a) => Distinct(run, a.List(0)), Parameter.List("list"))),
        new("flatten", new Signature(Flatten, Parameter.List("list"))),
        new("sort", new Signature(Sorting.Sort, Parameter.List("list"), Parameter.Function("precedes").Optional())),
    ];

    /// <summary>The list without repetitions, first places kept.</summary>
    internal static FeelList Distinct(Evaluation run, FeelList list)
    {
        var kept = new List<FeelValue>();
        var seen = new HashSet<FeelValue>();
        run.Weigh(list);
        run.Reserve(list.Count);

        foreach (var item in list)
        {
            if (seen.Add(item))
            {
                kept.Add(item);
            }
        }

        return FeelList.Over([.. kept]);
    }

    private static int IndexOf(Evaluation run, FeelList list, FeelValue match)
    {
        run.Weigh(list);

        for (var i = 0; i < list.Count; i++)
        {
            if (FeelEquality.Equal(list.Items[i], match) == true)
            {
                return i;
            }
        }

        return -1;
    }

    private static FeelList IndexesOf(Evaluation run, Arguments a)
    {
        var (list, found) = (a.List(0), new List<FeelValue>());
        run.Weigh(list);

        for (var i = 0; i < list.Count; i++)
        {
            if (FeelEquality.Equal(list.Items[i], a[1]) == true)
            {
                found.Add(i + 1);
            }
        }

        return FeelList.Over([.. found]);
    }

    private static FeelValue Sublist(Evaluation run, Arguments a)
    {
        var list = a.List(0);
        var start = Place(a, list);
        var length = a.Has(2) ? a.Whole(2) : list.Count - start;

        return start < 0 || start >= list.Count || length < 0 || start + (long)length > list.Count
            ? run.Fail($"Expected a part within a list of {list.Count} items, but found one from {a.Whole(1)} of length {length}.")
            : Copied(run, list.Items.Slice(start, length));
    }

    private static FeelList Concatenated(Evaluation run, params ReadOnlySpan<FeelList> lists)
    {
        var count = 0L;

        foreach (var list in lists)
        {
            count += list.Count;
        }

        run.Spend((int)Math.Min(count, int.MaxValue));
        run.Reserve(count);
        var items = new List<FeelValue>((int)count);

        foreach (var list in lists)
        {
            items.AddRange(list.Items);
        }

        return FeelList.Over([.. items]);
    }

    private static FeelList Concatenated(Evaluation run, FeelList lists) => Concatenated(run, [.. lists.Cast<FeelList>()]);

    private static FeelValue InsertBefore(Evaluation run, Arguments a)
    {
        var list = a.List(0);
        var place = Place(a, list);
        return place < 0 || place > list.Count || a.Number(1) == 0
            ? OutOfList(run, a)
            : Concatenated(run, Copied(run, list.Items[..place]), [a[2]], Copied(run, list.Items[place..]));
    }

    private static FeelValue Remove(Evaluation run, Arguments a)
    {
        var list = a.List(0);
        var place = Place(a, list);
        return place < 0 || place >= list.Count ? OutOfList(run, a)
            : Concatenated(run, Copied(run, list.Items[..place]), Copied(run, list.Items[(place + 1)..]));
    }

    private static FeelValue ReplaceAt(Evaluation run, Arguments a)
    {
        var list = a.List(0);
        var place = Place(a, list);

        if (place < 0 || place >= list.Count)
        {
            return OutOfList(run, a);
        }

        run.Reserve(list.Count);
        var items = list.Items.ToArray();
        items[place] = a[2];
        return FeelList.Over(items);
    }

    private static FeelValue ReplaceWhere(Evaluation run, Arguments a)
    {
        run.Reserve(a.List(0).Count);
        var items = a.List(0).Items.ToArray();

        for (var i = 0; i < items.Length; i++)
        {
            run.Spend(1);

            if (a.Function(1).Invoke(run, [items[i], a[2]]) is not FeelBoolean replace)
            {
                return run.Fail("Expected a match function that answers true or false for every item, but it answers something else.");
            }

            items[i] = replace.Value ? a[2] : items[i];
        }

        return FeelList.Over(items);
    }

    private static FeelList Reverse(Evaluation run, Arguments a)
    {
        var items = Copied(run, a.List(0).Items).Items.ToArray();
        Array.Reverse(items);
        return FeelList.Over(items);
    }

    private static FeelList Flatten(Evaluation run, Arguments a)
    {
        var flat = new List<FeelValue>();
        Flatten(run, a.List(0), flat);
        return FeelList.Over([.. flat]);
    }

    private static void Flatten(Evaluation run, FeelList list, List<FeelValue> flat)
    {
        run.Spend(list.Count);
        run.Reserve(list.Count);

        foreach (var item in list)
        {
            if (item is FeelList inner)
            {
                Flatten(run, inner, flat);
            }
            else
            {
                flat.Add(item);
            }
        }
    }

    private static FeelList Copied(Evaluation run, ReadOnlySpan<FeelValue> items)
    {
        run.Spend(items.Length);
        run.Reserve(items.Length);
        return FeelList.Over(items.ToArray());
    }

    /// <summary>The place from 0 that the second argument means: from 1 at the front, from -1 at the back; -1 for none.</summary>
    private static int Place(Arguments a, FeelList list) => a.Whole(1) switch
    {
        0 => -1,
        > 0 and var place => place - 1,
        var place => Math.Max(-1, list.Count + place),
    };

    private static FeelValue OutOfList(Evaluation run, Arguments a) =>
        run.Fail($"Expected a place in a list of {a.List(0).Count} items, but found {a.Whole(1)}.");
}
