using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Access;

/// <summary>
/// Sends a sign-in link to an address. Known and unknown addresses are handled alike, so that neither the answer nor its duration reveals
/// who has an account; only the mail to an unknown address is never sent.
/// </summary>
/// <param name="Browser">The secret cookie of the requesting browser; the link works in no other browser.</param>
/// <param name="Network">The network that the request comes from.</param>
/// <param name="ReturnTo">The page to open afterwards; ignored if it is not a path of this site.</param>
[Needs(Right.SignIn)]
public sealed record RequestSignInLink(string Email, string Browser, string Network, string? ReturnTo = null) : IRequest<LinkRequest>;

/// <param name="IsOverLimit">
/// Nothing was sent, because too many links were requested within an hour. It is so for unknown addresses, too.
/// </param>
/// <param name="Sent">What was sent, for the demonstration to show; null if nothing was sent.</param>
public sealed record LinkRequest(bool IsOverLimit, SignInSecrets? Sent);

internal sealed class RequestSignInLinkValidator : AbstractValidator<RequestSignInLink>
{
    public RequestSignInLinkValidator()
    {
        RuleFor(a => a.Email).EmailAddress();
        RuleFor(a => a.Network).OptionalLine(SignInRequest.NetworkMaxLength);
    }
}

internal sealed class RequestSignInLinkHandler(ITrackerDb db, ILetterRenderer letters, SecurityLog log, TimeProvider time)
    : IRequestHandler<RequestSignInLink, LinkRequest>
{
    private const int MaxPerAddress = 5;
    private const int MaxPerNetwork = 20;

    public async Task<LinkRequest> Handle(RequestSignInLink command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await TooManyAsync(command, now, ct))
        {
            await log.AddAsync(SecurityEventKind.SignInRefused, ct);
            await db.SaveChangesAsync(ct);
            return new LinkRequest(IsOverLimit: true, null);
        }

        var email = Email.Normalize(command.Email);
        var person = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Email == email && u.DeactivatedAt == null, ct);
        var secrets = SignInSecrets.New();
        var language = await db.LanguageOfAsync(email, ct);
        var mail = await letters.RenderAsync(person?.Email ?? "", language, () => LetterOf(secrets, now));
        db.Mails.Add(mail.Urgent());
        var returnTo = LocalPath.OrNull(command.ReturnTo);
        db.SignInRequests.Add(new SignInRequest(person?.Id, email, command.Browser, command.Network, secrets, returnTo, mail.Id, now));
        await log.AddAsync(SecurityEventKind.SignInAsked, ct, person?.Id);
        await db.SaveChangesAsync(ct);
        return new LinkRequest(IsOverLimit: false, person is null ? null : secrets);
    }

    /// <summary>Counts the requests of the last hour, for known and unknown addresses alike.</summary>
    private async Task<bool> TooManyAsync(RequestSignInLink command, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - PurgeSignIns.RetentionPeriod;
        var recent = db.SignInRequests.Where(r => r.CreatedAt > since);
        var address = SignInRequest.HashOfAddress(command.Email);
        return await recent.CountAsync(r => r.AddressHash == address, ct) >= MaxPerAddress
            || await recent.CountAsync(r => r.Network == command.Network, ct) >= MaxPerNetwork;
    }

    private static Letter LetterOf(SignInSecrets secrets, DateTimeOffset now) =>
        new(
            Texts.Mail("signIn"),
            [Texts.Mail("signIn.what", SignInRequest.Lifetime.TotalMinutes, now + SignInRequest.Lifetime)],
            new LetterLink(Texts.Mail("signIn.button"), $"sign-in/{secrets.Token}"),
            [Texts.Mail("signIn.notYou")],
            (Texts.Mail("signIn.code"), Secret.ShowCode(secrets.Code)),
            HoldsKey: true
        );
}
