using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Access;

/// <summary>
/// Signs in with a code from a mail that is read on another device. The code is entered in the browser that requested it.
/// </summary>
/// <param name="Browser">The secret cookie of the browser.</param>
/// <param name="Device">The name of this browser in the list of sessions.</param>
[Needs(Right.SignIn)]
public sealed record SignInByCode(string Code, string? Browser, string? Device = null) : IRequest<SignedIn>;

internal sealed class SignInByCodeValidator : AbstractValidator<SignInByCode>
{
    /// <summary>Much longer than a code, so that one with spaces and dashes is accepted.</summary>
    private const int CodeMaxLength = 100;

    public SignInByCodeValidator()
    {
        RuleFor(s => s.Code).RequiredLine(CodeMaxLength);
        RuleFor(s => s.Device).OptionalLine(Session.DeviceMaxLength);
    }
}

internal sealed class SignInByCodeHandler(ITrackerDb db, ICurrentUser user, SecurityLog log, TimeProvider time)
    : IRequestHandler<SignInByCode, SignedIn>
{
    /// <summary>
    /// A wrong code counts against all open requests of this browser, so that several requests allow no additional guesses.
    /// </summary>
    public async Task<SignedIn> Handle(SignInByCode command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var open = command.Browser is { } browser ? await OpenRequestsAsync(Secret.HashOf(browser), now, ct) : [];
        if (
            open.Find(r => r.UserId is not null && r.HasCode(command.Code)) is { } meant
            && await db.OpenSessionAsync(user, meant, command.Device, log, now, ct) is { } signedIn
        )
            return signedIn;

        open.ForEach(r => r.CountWrongCode());
        await log.AddAsync(SecurityEventKind.WrongCode, ct, open.Find(r => r.UserId is not null)?.UserId);
        await db.SaveChangesAsync(ct);
        throw UserErrors.WrongCode();
    }

    private async Task<List<SignInRequest>> OpenRequestsAsync(string browser, DateTimeOffset now, CancellationToken ct) =>
        [.. (await db.SignInRequests.Where(r => r.BrowserHash == browser).ToListAsync(ct)).Where(r => r.IsOpen(now))];
}
