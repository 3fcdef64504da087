using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Configuration;

namespace PartnershipTracker.Infrastructure.Telemetry;

/// <summary>
/// Exports traces, metrics and logs over OTLP if a collector is configured (docs/adr/0027); otherwise nothing is measured.
/// </summary>
internal static class TelemetrySetup
{
    /// <summary>The name from OpenTelemetry's specification; its other variables work, too.</summary>
    private const string Standard = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <exception cref="ConfigurationException"><c>Telemetry:Otlp</c> is not an http(s) address.</exception>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var ours = configuration.Setting<Uri?>("Telemetry:Otlp", null);
        if (ours is null && Blank.ToNull(configuration[Standard]) is null) return services;

        services.AddHostedService<DeferredGauges>();
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("PartnershipTracker", serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddNpgsql().AddProcessor(new SecretRedaction()))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation().AddMeter(TrackerMeters.Name))
            .WithLogging();
        if (ours is null) telemetry.UseOtlpExporter();
        else telemetry.UseOtlpExporter(OtlpExportProtocol.HttpProtobuf, ours);
        return services;
    }
}
