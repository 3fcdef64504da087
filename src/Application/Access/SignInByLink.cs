using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Access;

/// <param name="Browser">The secret cookie of the browser.</param>
/// <param name="Device">The name of this browser in the list of sessions.</param>
[Needs(Right.SignIn)]
public sealed record SignInByLink(string Token, string? Browser, string? Device = null) : IRequest<SignedIn>;

internal sealed class SignInByLinkValidator : AbstractValidator<SignInByLink>
{
    public SignInByLinkValidator() => RuleFor(s => s.Device).OptionalLine(Session.DeviceMaxLength);
}

internal sealed class SignInByLinkHandler(ITrackerDb db, ICurrentUser user, SecurityLog log, TimeProvider time)
    : IRequestHandler<SignInByLink, SignedIn>
{
    public async Task<SignedIn> Handle(SignInByLink command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var request = await db.FindOpenSignInAsync(command.Token, now, ct);
        if (
            request?.IsFrom(command.Browser) == true
            && await db.OpenSessionAsync(user, request, command.Device, log, now, ct) is { } signedIn
        )
            return signedIn;

        await log.AddAsync(SecurityEventKind.SignInRefused, ct, request?.UserId);
        await db.SaveChangesAsync(ct);
        throw request?.IsFrom(command.Browser) == false ? UserErrors.OtherBrowser() : UserErrors.LinkOver();
    }
}
