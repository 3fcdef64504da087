using PartnershipTracker.Api.Demo;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Startup;

internal static partial class GuessedAddress
{
    /// <summary>
    /// Warns that links in mails use the address on which the program listens unless <c>Tracker:PublicUrl</c> is set. The demonstration
    /// needs no warning, because it prints its address.
    /// </summary>
    public static void WarnOfGuessedAddress(this WebApplication app)
    {
        var url = app.Services.GetRequiredService<PublicUrl>();
        if (!url.IsGuess || app.Services.GetRequiredService<DemoOptions>().Enabled) return;
        app.Lifetime.ApplicationStarted.Register(() => LogGuess(app.Logger, url.Address));
    }

    [LoggerMessage(LogLevel.Warning, "Tracker__PublicUrl is missing: links in mail lead to {Address}.")]
    private static partial void LogGuess(ILogger logger, Uri address);
}
