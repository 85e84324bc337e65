namespace Workflows.Engine.Telemetry;

/// <summary>Where metrics and traces go: the settings <c>Workflows:Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Workflows:Telemetry";

    /// <summary>A collector that speaks OTLP, e.g. <c>http://localhost:4317</c>; null where there is none. The text for Prometheus is there in any case.</summary>
    public Uri? Otlp { get; set; }
}
