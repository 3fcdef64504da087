using FluentValidation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Configuration;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Maintenance;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Webhooks;
using PartnershipTracker.Infrastructure.Backups;
using PartnershipTracker.Infrastructure.Commitments;
using PartnershipTracker.Infrastructure.Configuration;
using PartnershipTracker.Infrastructure.Exports;
using PartnershipTracker.Infrastructure.Files;
using PartnershipTracker.Infrastructure.History;
using PartnershipTracker.Infrastructure.Imports;
using PartnershipTracker.Infrastructure.Jobs;
using PartnershipTracker.Infrastructure.Mail;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.Infrastructure.Secrets;
using PartnershipTracker.Infrastructure.Telemetry;
using PartnershipTracker.Infrastructure.Webhooks;

namespace PartnershipTracker.Infrastructure;

public static class Registration
{
    /// <summary>Registers the database, mail, files and the scheduler of the commands.</summary>
    /// <exception cref="ConfigurationException">A setting that is needed now is wrong. The other settings are checked when the program
    /// starts.</exception>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddTrackerDb(configuration);
        services.AddScoped<IBulkInsert, BulkInsert>();
        services.AddScoped<IDatabaseMaintenance, DatabaseMaintenance>();
        services.AddSingleton<ISpreadsheetReader, SpreadsheetReader>();
        services.AddSingleton<ITableWriter, TableWriter>();
        services.AddSingleton<IFileTypes, FileTypes>();
        services.AddSingleton<ISettings, SettingsList>();
        services.AddSettings<AuditOptions>("Audit");
        services.AddSingleton<IAuditAnchors, AnchorFolder>();
        services.AddSettings<StorageOptions>("Storage");
        services.AddSingleton<IFileStore, FileStore>();
        services.AddSecretProtector();
        services.AddSettings("Rules", new AccountabilityRulesValidator());
        services.AddSettings(
            "Evidence",
            new InlineValidator<EvidenceRules> { rules => rules.RuleFor(r => r.MaxMegabytes).Between(1, 2000) }
        );
        services.AddSettings<LinkOptions>("Links");
        services.AddSingleton<ILinkChecker>(provider => new LinkChecker(provider.GetRequiredService<LinkOptions>()));
        services.AddSettings<WebhookRules>("Webhooks");
        services.AddSingleton<IWebhookSender>(provider => new WebhookSender(
            WebhookOptions.Of(provider.GetRequiredService<WebhookRules>())
        ));
        services.AddMail();
        services.AddPublicUrl(configuration);
        services.AddTelemetry(configuration);

        var (provider, connectionString) = Database.Read(configuration);
        services.AddBackups(provider, connectionString);

        // A node that only answers requests sets it to false.
        return services.AddHangfireJobs(provider, connectionString, configuration.Setting("Jobs:Enabled", otherwise: true));
    }
}
