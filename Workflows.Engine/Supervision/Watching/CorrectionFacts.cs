using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Corrections;

namespace Workflows.Engine.Supervision.Watching;

/// <summary>What rules can read of a request to correct: the how manyth it is, and what it asks for that was not asked or not defined.</summary>
internal static class CorrectionFacts
{
    public static void Correction(FactValues facts, Occurrence occurrence)
    {
        if (occurrence.Event is not CorrectionRequested { Correction: var asked })
        {
            return;
        }

        var all = occurrence.After.Corrections.Values.Where(correction => correction.Matter == asked.Matter).ToList();
        var first = Materials(all[0]).ToHashSet(StringComparer.Ordinal);
        facts
            .With("ordinal", all.Count)
            .With("materials", CaseFacts.List(Materials(asked)))
            .With("newMaterials", CaseFacts.List(Materials(asked).Where(material => !first.Contains(material))))
            .With("undefinedMaterials", CaseFacts.List(Materials(asked).Where(material => !IsDefined(occurrence, material))))
            .With("unfoundedPoints", asked.Points.Count(point => point.Material is not null && !IsReviewPoint(occurrence, point)));
    }

    private static IEnumerable<string> Materials(Correction correction) =>
        correction.Points.Select(point => point.Material).OfType<string>().Distinct(StringComparer.Ordinal);

    private static bool IsDefined(Occurrence occurrence, string material) =>
        occurrence.MatterDefinition is not { } matter || matter.Materials.Any(defined => defined.Code == material);

    private static bool IsReviewPoint(Occurrence occurrence, CorrectionPoint point) => occurrence.MatterDefinition is not { } matter
        || matter.Materials.Any(defined => defined.Code == point.Material && defined.ReviewPoints.Contains(point.ReviewPoint));
}
