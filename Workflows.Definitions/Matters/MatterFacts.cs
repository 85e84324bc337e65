using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Matters;

/// <summary>What expressions read as <c>matter</c> while a matter is handled.</summary>
public static class MatterFacts
{
    public static FeelContext Of(MatterDefinition matter) => FeelContext.Empty
        .With("code", matter.Code)
        .With("name", matter.Name)
        .With("department", matter.Department)
        .With("kind", matter.Kind is MatterKind.Instant ? "instant" : "promised")
        .With("siteVisit", matter.SiteVisit)
        .With("promisedDays", matter.Promised.Amount)
        .With("statutoryDays", matter.Statutory.Amount);
}
