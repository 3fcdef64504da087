using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Domain.Access;

public readonly record struct SignInRequestId(Guid Value)
{
    public static SignInRequestId New() => new(Guid.CreateVersion7());
}

/// <summary>The secrets that are mailed to the person; only the mail contains them.</summary>
/// <param name="Token">The last part of the link.</param>
/// <param name="Code">Typed into the browser that made the request when the mail is read on another device.</param>
public sealed record SignInSecrets(string Token, string Code)
{
    public static SignInSecrets New() => new(Secret.New(), Secret.NewCode());
}

/// <summary>
/// A request for a sign-in link. The link works once, for 15 minutes, and only in the browser that made the request. A request is stored
/// even when the address is unknown, so that neither the answer nor its timing reveals that. It is deleted after an hour, with its mail.
/// </summary>
public sealed class SignInRequest : Entity
{
    public const int MaxAttempts = 5;
    public const int NetworkMaxLength = 50;
    public const int ReturnToMaxLength = 500;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private SignInRequest() { }

    /// <param name="userId">Null where no person has this address.</param>
    /// <param name="browser">The secret cookie of the browser that makes the request.</param>
    /// <param name="network">The network of the caller, for the rate limit.</param>
    /// <param name="returnTo">The page to open afterwards, checked by the caller.</param>
    public SignInRequest(
        UserId? userId,
        string email,
        string browser,
        string network,
        SignInSecrets secrets,
        string? returnTo,
        MailId mailId,
        DateTimeOffset now
    )
    {
        Id = SignInRequestId.New();
        UserId = userId;
        AddressHash = HashOfAddress(email);
        BrowserHash = Secret.HashOf(browser);
        Network = network;
        TokenHash = Secret.HashOf(secrets.Token);
        CodeHash = HashOfCode(secrets.Code);
        ReturnTo = returnTo;
        MailId = mailId;
        CreatedAt = now;
    }

    public SignInRequestId Id { get; private set; }

    public UserId? UserId { get; private set; }

    public string AddressHash { get; private set; } = "";

    public string BrowserHash { get; private set; } = "";

    public string Network { get; private set; } = "";

    public string TokenHash { get; private set; } = "";

    /// <summary>Hashed with the request's id, so that equal codes have different hashes.</summary>
    public string CodeHash { get; private set; } = "";

    public string? ReturnTo { get; private set; }

    public MailId MailId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Wrong codes entered so far.</summary>
    public int Attempts { get; private set; }

    public static string HashOfAddress(string email) => Secret.HashOf(Email.Normalize(email));

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && Attempts < MaxAttempts && now < CreatedAt + Lifetime;

    public bool IsFrom(string? browser) => browser is not null && BrowserHash == Secret.HashOf(browser);

    public bool HasCode(string typed) => CodeHash == HashOfCode(Secret.ReadCode(typed));

    public void Use(DateTimeOffset now) => UsedAt = now;

    public void CountWrongCode() => Attempts++;

    private string HashOfCode(string code) => Secret.HashOf($"{Id.Value} {code}");
}
