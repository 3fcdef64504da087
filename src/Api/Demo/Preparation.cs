using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Demo;

internal static partial class Preparation
{
    /// <summary>Before the first request: the schema, the first key and person, the samples.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        var db = scope.ServiceProvider.GetRequiredService<TrackerDb>();
        var ct = app.Lifetime.ApplicationStopping;
        await Database.MigrateAsync(db, ct);
        await BootstrapAsync(db, app.Configuration, scope.ServiceProvider.GetRequiredService<TimeProvider>(), ct);
        var url = app.Services.GetRequiredService<PublicUrl>();
        if (!scope.ServiceProvider.GetRequiredService<DemoOptions>().Enabled)
        {
            if (url.IsGuess) app.Lifetime.ApplicationStarted.Register(() => LogGuess(app.Logger, url.Address));
            return;
        }

        await ActivatorUtilities.CreateInstance<DemoData>(scope.ServiceProvider).PrepareAsync(ct);
        app.Lifetime.ApplicationStarted.Register(() => DemoData.Announce(url));
    }

    /// <summary>Makes the configured secretariat key and person, once; the person comes back where nobody of the secretariat is left who can sign in.</summary>
    private static async Task BootstrapAsync(TrackerDb db, IConfiguration configuration, TimeProvider time, CancellationToken ct)
    {
        if (Blank.ToNull(configuration["Bootstrap:ApiKey"]) is { } key && !await db.ApiKeys.AnyAsync(k => k.Hash == ApiKey.HashOf(key), ct))
            db.ApiKeys.Add(ApiKey.Bootstrap(key, "Bootstrap", time.GetUtcNow()));

        if (Blank.ToNull(configuration["Bootstrap:Email"]) is { } email)
        {
            if (!Email.IsValid(email)) throw new ConfigurationException($"Bootstrap:Email is '{email}', but must be an email address.");
            if (await db.Users.SingleOrDefaultAsync(u => u.Email == Email.Normalize(email), ct) is not { } person) db.Users.Add(User.Invite(email, null, Role.Secretariat, null, time.GetUtcNow()));
            else if (person.DeactivatedAt is not null && !await db.Users.AnyAsync(u => u.Role == Role.Secretariat && u.DeactivatedAt == null, ct)) person.InviteAgain(null, Role.Secretariat, null);
        }

        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(LogLevel.Warning, "Tracker__PublicUrl is missing: links in mail lead to {Address}.")]
    private static partial void LogGuess(ILogger logger, Uri address);
}
