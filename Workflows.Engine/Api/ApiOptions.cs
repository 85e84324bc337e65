namespace Workflows.Engine.Api;

/// <summary>Limits of the interface: the settings <c>Workflows:Api</c>.</summary>
public sealed class ApiOptions
{
    public const string Section = "Workflows:Api";

    /// <summary>How often one address may ask without being signed in, a minute.</summary>
    public int AnonymousPerMinute { get; set; } = 30;
}
