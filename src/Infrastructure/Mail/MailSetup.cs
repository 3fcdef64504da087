using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Infrastructure.Configuration;

namespace PartnershipTracker.Infrastructure.Mail;

internal static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services) =>
        services.AddSettings("Mail", new MailOptionsValidator()).AddSingleton<IMailer, Mailer>().AddHostedService<OldMailSetting>();
}
