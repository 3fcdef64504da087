using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Api.Demo;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Infrastructure.Mail;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Startup;

/// <summary>Tells the operator of a new installation, which holds no organization yet, how the first person signs in.</summary>
internal static partial class FirstSignIn
{
    /// <summary>Logs it when the program listens. The log never contains the address of the person or the link.</summary>
    public static async Task ExplainFirstSignInAsync(this WebApplication app)
    {
        if (app.Services.GetRequiredService<DemoOptions>().Enabled)
            return;
        var (isNew, canSignIn) = (false, false);
        await app.AsSystemAsync(
            async (services, ct) =>
            {
                var db = services.GetRequiredService<TrackerDb>();
                isNew = !await db.Organizations.AnyAsync(ct);
                canSignIn = await db.Users.AnyAsync(u => u.Role == Role.Secretariat && u.DeactivatedAt == null, ct);
            }
        );
        if (!isNew)
            return;
        var (url, mail) = (app.Services.GetRequiredService<PublicUrl>(), app.Services.GetRequiredService<MailOptions>());
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            if (!canSignIn)
                LogNobody(app.Logger);
            else if (mail.Mode == MailMode.Pickup)
                LogFolder(app.Logger, url.To(Links.SignIn), Path.GetFullPath(mail.PickupFolder));
            else
                LogServer(app.Logger, url.To(Links.SignIn), mail.Smtp.Host);
        });
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Nobody can sign in yet. Set Bootstrap__Email to the address of the first person of the secretariat, and start again."
    )]
    private static partial void LogNobody(ILogger logger);

    [LoggerMessage(
        LogLevel.Information,
        "This installation is empty. Open {Address} and enter the address in Bootstrap__Email. The mail with the link and a "
            + "code to type is "
            + "written to the folder {Folder}, because Mail__Mode is Pickup."
    )]
    private static partial void LogFolder(ILogger logger, string address, string folder);

    [LoggerMessage(
        LogLevel.Information,
        "This installation is empty. Open {Address} and enter the address in Bootstrap__Email. The mail with the link is sent by {Host}."
    )]
    private static partial void LogServer(ILogger logger, string address, string? host);
}
