using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Webhooks;
using PartnershipTracker.Infrastructure.Commitments;
using PartnershipTracker.Infrastructure.Files;
using PartnershipTracker.Infrastructure.Jobs;
using PartnershipTracker.Infrastructure.Mail;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.Infrastructure.Secrets;
using PartnershipTracker.Infrastructure.Telemetry;
using PartnershipTracker.Infrastructure.Webhooks;

namespace PartnershipTracker.Infrastructure;

public static class Registration
{
    /// <summary>The database, mail, files and the clock that starts the scheduled commands.</summary>
    /// <exception cref="ConfigurationException">The configuration is wrong.</exception>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddTrackerDb(configuration);
        services.AddScoped<IBulkInsert, BulkInsert>();
        services.AddSingleton<IFileStore>(new FileStore(configuration["Storage:Folder"]));
        services.AddSingleton(Rules.Read(configuration));
        services.AddSingleton(Rules.ReadEvidence(configuration));
        services.AddSingleton(LinkOptions.Read(configuration));
        services.AddSingleton<ILinkChecker>(provider => new LinkChecker(provider.GetRequiredService<LinkOptions>()));
        services.AddPublicUrl(configuration);
        services.AddSingleton(Rules.ReadWebhooks(configuration));
        services.AddSecretProtector(configuration["Storage:Folder"]);
        services.AddSingleton<IWebhookSender>(provider => new WebhookSender(WebhookOptions.Of(provider.GetRequiredService<WebhookRules>())));
        var mail = MailOptions.Read(configuration);
        services.AddSingleton(mail);
        services.AddSingleton<IMailer, Mailer>();
        if (mail.SaysStartTls) services.AddHostedService<OldMailSetting>();

        services.AddTelemetry(configuration);

        // A node that only answers requests sets it to false.
        var (provider, connectionString) = Database.Read(configuration);
        return services.AddHangfireJobs(provider, connectionString, Rules.YesOrNo(configuration, "Jobs:Enabled", otherwise: true));
    }
}
