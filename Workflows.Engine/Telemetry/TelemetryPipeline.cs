using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Workflows.Engine.Telemetry;

/// <summary>Collects what the engine, ASP.NET Core and Npgsql measure; gives it out as text for Prometheus, and sends it to a collector where one is set.</summary>
internal sealed class TelemetryPipeline(IOptions<TelemetryOptions> options) : IHostedService, IDisposable
{
    private static readonly string[] Meters = [EngineMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime"];
    private static readonly string[] Sources = [EngineMeter.Name, "Microsoft.AspNetCore", "Npgsql"];

    private readonly PrometheusText text = new();
    private readonly Lock collecting = new();
    private BaseExportingMetricReader? reader;
    private MeterProvider? metrics;
    private TracerProvider? traces;

    /// <summary>All metrics as they stand now, in the text format of Prometheus.</summary>
    public string Text()
    {
        lock (collecting)
        {
            reader?.Collect();
            return text.Written;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        reader = new BaseExportingMetricReader(text);
        var meters = Sdk.CreateMeterProviderBuilder().AddMeter(Meters).AddReader(reader);
        if (options.Value.Otlp is { } collector)
        {
            meters.AddOtlpExporter(exporter => exporter.Endpoint = collector);
            traces = Sdk.CreateTracerProviderBuilder().AddSource(Sources).AddOtlpExporter(exporter => exporter.Endpoint = collector).Build();
        }

        metrics = meters.Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        metrics?.Dispose();
        traces?.Dispose();
        text.Dispose();
    }
}
