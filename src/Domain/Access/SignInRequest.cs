using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Domain.Access;

public readonly record struct SignInRequestId(Guid Value)
{
    public static SignInRequestId New() => new(Guid.CreateVersion7());
}

/// <summary>What is sent to the person, and kept nowhere but in the mail.</summary>
/// <param name="Token">The end of the link.</param>
/// <param name="Code">To type in the browser that asked, when the mail is read elsewhere.</param>
public sealed record SignInSecrets(string Token, string Code)
{
    public static SignInSecrets New() => new(Secret.New(), Secret.NewCode());
}

/// <summary>
/// Somebody asked for a link. It works once, for 15 minutes, and only in the browser that asked. One is written whether the address is known or
/// not, so that neither the answer nor the time it takes tells. It is removed after an hour, with its mail.
/// </summary>
public sealed class SignInRequest : Entity
{
    public const int MaxAttempts = 5;
    public const int NetworkMaxLength = 50;
    public const int ReturnToMaxLength = 500;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private SignInRequest()
    {
    }

    /// <param name="userId">Null where nobody has this address.</param>
    /// <param name="browser">The secret cookie of the browser that asks.</param>
    /// <param name="network">Where it asks from, for the limit.</param>
    /// <param name="returnTo">The page to open afterwards, checked by the caller.</param>
    public SignInRequest(UserId? userId, string email, string browser, string network, SignInSecrets secrets, string? returnTo, MailId mailId, DateTimeOffset now)
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

    /// <summary>Hashed with the request's id, so that equal codes do not look equal.</summary>
    public string CodeHash { get; private set; } = "";

    public string? ReturnTo { get; private set; }

    public MailId MailId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Wrong codes so far.</summary>
    public int Attempts { get; private set; }

    public static string HashOfAddress(string email) => Secret.HashOf(Email.Normalize(email));

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && Attempts < MaxAttempts && now < CreatedAt + Lifetime;

    public bool IsFrom(string? browser) => browser is not null && BrowserHash == Secret.HashOf(browser);

    public bool HasCode(string typed) => CodeHash == HashOfCode(Secret.ReadCode(typed));

    public void Use(DateTimeOffset now) => UsedAt = now;

    public void CountWrongCode() => Attempts++;

    private string HashOfCode(string code) => Secret.HashOf($"{Id.Value} {code}");
}
