namespace Workflows.Definitions.Feel;

/// <summary>How points and ranges lie to each other (DMN 1.5 table 78, Allen's relations). A point counts as the range that holds it alone.</summary>
internal static class RangeFunctions
{
    public static readonly BuiltIn[] All =
    [
        Relation("before", Takes.Both, (a, b) => EndsBefore(a, b)),
        Relation("after", Takes.Both, (a, b) => EndsBefore(b, a)),
        Relation("meets", Takes.Ranges, (a, b) => Meets(a, b)),
        Relation("met by", Takes.Ranges, (a, b) => Meets(b, a)),
        Relation("overlaps", Takes.Ranges, (a, b) => !EndsBefore(a, b) && !EndsBefore(b, a)),
        Relation("overlaps before", Takes.Ranges, (a, b) => OverlapsBefore(a, b)),
        Relation("overlaps after", Takes.Ranges, (a, b) => OverlapsAfter(a, b)),
        Relation("finishes", Takes.SecondRange, (a, b) => SameEnd(a, b) && StartOrder(a, b) >= 0),
        Relation("finished by", Takes.FirstRange, (a, b) => SameEnd(a, b) && StartOrder(a, b) <= 0),
        Relation("includes", Takes.FirstRange, (a, b) => StartOrder(a, b) <= 0 && EndOrder(a, b) >= 0),
        Relation("during", Takes.SecondRange, (a, b) => StartOrder(a, b) >= 0 && EndOrder(a, b) <= 0),
        Relation("starts", Takes.SecondRange, (a, b) => StartOrder(a, b) == 0 && EndOrder(a, b) <= 0),
        Relation("started by", Takes.FirstRange, (a, b) => StartOrder(a, b) == 0 && EndOrder(a, b) >= 0),
        Relation("coincides", Takes.Alike, (a, b) => StartOrder(a, b) == 0 && EndOrder(a, b) == 0),
    ];

    private enum Takes
    {
        Both,
        Ranges,
        FirstRange,
        SecondRange,
        Alike,
    }

    private static BuiltIn Relation(string name, Takes takes, Func<FeelRange, FeelRange, bool?> relation)
    {
        FeelValue Body(Evaluation run, Arguments a)
        {
            var (first, second) = (a[0] is FeelRange, a[1] is FeelRange);
            var allowed = takes switch
            {
                Takes.Ranges => first && second,
                Takes.FirstRange => first,
                Takes.SecondRange => second,
                Takes.Alike => first == second,
                _ => true,
            };

            return allowed && AsRange(a[0]) is { } x && AsRange(a[1]) is { } y && Comparable(x, y) && relation(x, y) is { } holds
                ? FeelBoolean.Of(holds)
                : run.Fail($"Expected points or ranges for '{name}' that can be compared, but found {FeelText.Brief(a[0])} and {FeelText.Brief(a[1])}.");
        }

        var (one, two) = takes switch
        {
            Takes.Ranges => ("range1", "range2"),
            Takes.FirstRange => ("range", "point"),
            Takes.SecondRange => ("point", "range"),
            _ => ("point1", "point2"),
        };
        Parameter[] Named(string x, string y) => [new Parameter(x, FeelType.Any), new Parameter(y, FeelType.Any)];
        return new BuiltIn(name, new Signature(Body, Named(one, two)), new Signature(Body, Named("range1", "range2")), new Signature(Body, Named("point", "range")), new Signature(Body, Named("range", "point")));
    }

    private static FeelRange? AsRange(FeelValue value) => value as FeelRange ?? (FeelOrder.Compare(value, value) is null ? null : FeelRange.Interval(value, true, value, true));

    private static bool Comparable(FeelRange a, FeelRange b)
    {
        FeelValue[] bounds = [a.Start, a.End, b.Start, b.End];
        var known = bounds.Where(bound => bound is not FeelNull).ToList();
        return known.Count > 0 && known.All(bound => FeelOrder.Compare(known[0], bound) is not null)
            && a.Form is not (RangeForm.Equal or RangeForm.NotEqual) && b.Form is not (RangeForm.Equal or RangeForm.NotEqual);
    }

    private static bool EndsBefore(FeelRange a, FeelRange b) =>
        a.End is not FeelNull && b.Start is not FeelNull
        && FeelOrder.Compare(a.End, b.Start) is { } order
        && (order < 0 || (order == 0 && !(a.EndIncluded && b.StartIncluded)));

    private static bool Meets(FeelRange a, FeelRange b) =>
        a.End is not FeelNull && b.Start is not FeelNull && a.EndIncluded && b.StartIncluded && FeelOrder.Compare(a.End, b.Start) == 0;

    private static bool OverlapsBefore(FeelRange a, FeelRange b) =>
        StartOrder(a, b) < 0 && !EndsBefore(a, b) && EndOrder(a, b) <= 0;

    private static bool OverlapsAfter(FeelRange a, FeelRange b) => OverlapsBefore(b, a);

    private static bool SameEnd(FeelRange a, FeelRange b) => EndOrder(a, b) == 0;

    /// <summary>Which range begins first: one without a start before all, one that includes its start before one that does not.</summary>
    private static int StartOrder(FeelRange a, FeelRange b) =>
        a.Start is FeelNull || b.Start is FeelNull ? (a.Start is FeelNull ? 0 : 1) - (b.Start is FeelNull ? 0 : 1)
        : FeelOrder.Compare(a.Start, b.Start) is var order and not 0 ? order ?? 0
        : b.StartIncluded.CompareTo(a.StartIncluded);

    /// <summary>Which range ends first: one without an end after all, one that includes its end after one that does not.</summary>
    private static int EndOrder(FeelRange a, FeelRange b) =>
        a.End is FeelNull || b.End is FeelNull ? (a.End is FeelNull ? 1 : 0) - (b.End is FeelNull ? 1 : 0)
        : FeelOrder.Compare(a.End, b.End) is var order and not 0 ? order ?? 0
        : a.EndIncluded.CompareTo(b.EndIncluded);
}
