using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Common;

/// <summary>Systems sign in with <c>X-Api-Key</c>. Only the hash of a key is looked up, and a key is never logged.</summary>
internal sealed partial class ApiKeyAuthentication(
    IOptionsMonitor<ApiKeyOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ITrackerDb db,
    TimeProvider time
) : AuthenticationHandler<ApiKeyOptions>(options, logger, encoder)
{
    public new const string Scheme = "ApiKey";
    public const string Header = "X-Api-Key";
    private const int MaxKeyLength = 500;

    /// <summary>How long the answer to a wrong key is delayed, so that guessing is slow.</summary>
    private static readonly TimeSpan Penalty = TimeSpan.FromMilliseconds(300);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue(Header, out var values) || values is not [{ Length: > 0 and <= MaxKeyLength } key])
            return AuthenticateResult.NoResult();

        var hash = ApiKey.HashOf(key);
        var record = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Hash == hash, Context.RequestAborted);
        var now = time.GetUtcNow();
        if (record is null || !record.IsUsable(now))
        {
            LogRefused(Logger, record?.Id.Value);
            await Task.Delay(Penalty, Context.RequestAborted);
            return AuthenticateResult.Fail("The key is unknown, expired or revoked.");
        }

        if (record.MustRecordUse(now))
            await db
                .ApiKeys.Where(k => k.Id == record.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, now), Context.RequestAborted);

        var identity = Caller.Identity(
            Scheme,
            ActorKind.ApiKey,
            record.Id.Value,
            record.Name,
            record.Role,
            record.ActsFor,
            record.IssuedBy
        );
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    /// <param name="keyId">Null if the key is unknown. The key that was sent is never logged.</param>
    [LoggerMessage(LogLevel.Warning, "A request came with a key that does not work ({KeyId}).")]
    private static partial void LogRefused(ILogger logger, Guid? keyId);
}
