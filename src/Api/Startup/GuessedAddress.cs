using PartnershipTracker.Api.Demo;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Startup;

internal static partial class GuessedAddress
{
    /// <summary>Links in mail lead where the program listens unless <c>Tracker:PublicUrl</c> says better; the demonstration says so itself.</summary>
    public static void WarnOfGuessedAddress(this WebApplication app)
    {
        var url = app.Services.GetRequiredService<PublicUrl>();
        if (!url.IsGuess || app.Services.GetRequiredService<DemoOptions>().Enabled) return;
        app.Lifetime.ApplicationStarted.Register(() => LogGuess(app.Logger, url.Address));
    }

    [LoggerMessage(LogLevel.Warning, "Tracker__PublicUrl is missing: links in mail lead to {Address}.")]
    private static partial void LogGuess(ILogger logger, Uri address);
}
