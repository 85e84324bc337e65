namespace Workflows.Definitions.Feel;

/// <summary>A stable merge sort, which asks a function that may be neither consistent nor cheap.</summary>
internal static class Sorting
{
    public static FeelValue Sort(Evaluation run, Arguments a)
    {
        var items = a.List(0).Items.ToArray();
        run.Reserve(2L * items.Length);
        var precedes = a.Has(1) ? a.Function(1) : null;
        return Merged(run, items, new FeelValue[items.Length], 0, items.Length, precedes)
            ? FeelList.Over(items)
            : run.Fail("Expected items that have an order, but found some that cannot be compared.");
    }

    private static bool Merged(Evaluation run, FeelValue[] items, FeelValue[] spare, int from, int to, FeelFunction? precedes)
    {
        if (to - from < 2)
        {
            return true;
        }

        var middle = from + (to - from) / 2;

        if (!Merged(run, items, spare, from, middle, precedes) || !Merged(run, items, spare, middle, to, precedes))
        {
            return false;
        }

        Array.Copy(items, from, spare, from, to - from);
        var (left, right) = (from, middle);

        for (var at = from; at < to; at++)
        {
            if (left < middle && right < to)
            {
                run.Weigh(spare[right]);

                if (Precedes(run, precedes, spare[right], spare[left]) is not { } swap)
                {
                    return false;
                }

                items[at] = swap ? spare[right++] : spare[left++];
            }
            else
            {
                items[at] = left < middle ? spare[left++] : spare[right++];
            }
        }

        return true;
    }

    private static bool? Precedes(Evaluation run, FeelFunction? precedes, FeelValue a, FeelValue b) =>
        precedes is null ? FeelOrder.Compare(a, b) is { } order ? order < 0 : null
        : precedes.Invoke(run, [a, b]) is FeelBoolean answer ? answer.Value
        : null;
}
