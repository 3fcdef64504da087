using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PartnershipTracker.Infrastructure.Mail;

/// <summary>Tells the operator at the start that a setting has a new name.</summary>
internal sealed partial class OldMailSetting(MailOptions options, ILogger<OldMailSetting> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Smtp.StartTls is not null)
            LogOld(logger, options.Smtp.Security);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        LogLevel.Warning,
        "Mail:Smtp:StartTls is an old setting. Write Mail:Smtp:Security instead (None, StartTls, Tls or Auto); {Security} counts now."
    )]
    private static partial void LogOld(ILogger logger, MailSecurity security);
}
