namespace Workflows.Engine.Definitions;

/// <summary>Where the city lies: the settings <c>Workflows:Region</c>.</summary>
public sealed class RegionOptions
{
    public const string Section = "Workflows:Region";

    /// <summary>The calendar by which lists that go across services count, e.g. <c>cn</c>.</summary>
    public string Calendar { get; set; } = "cn";
}
