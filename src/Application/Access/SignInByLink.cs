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

internal sealed class SignInByLinkHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<SignInByLink, SignedIn>
{
    public async Task<SignedIn> Handle(SignInByLink command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var request = await db.FindOpenSignInAsync(command.Token, now, ct) ?? throw UserErrors.LinkOver();
        if (!request.IsFrom(command.Browser)) throw UserErrors.OtherBrowser();
        return await db.OpenSessionAsync(user, request, command.Device, now, ct) ?? throw UserErrors.LinkOver();
    }
}
