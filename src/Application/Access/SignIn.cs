using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Access;

/// <summary>What a link is good for, in this browser.</summary>
public enum LinkState
{
    Open,

    /// <summary>It works, but not here.</summary>
    OtherBrowser,

    /// <summary>Used, expired, or never there.</summary>
    Over,
}

/// <summary>Looks at a link and does nothing with it: mail scanners open links, too.</summary>
[Needs(Right.SignIn)]
public sealed record ShowReportLink(string Token, string? Browser) : IRequest<LinkState>;

/// <param name="Browser">The secret cookie of the browser.</param>
/// <param name="Device">How the list of sessions will call this browser.</param>
[Needs(Right.SignIn)]
public sealed record SignInByLink(string Token, string? Browser, string? Device = null) : IRequest<SignedIn>;

/// <summary>The code serves where the mail is read on another device; it is typed in the browser that asked.</summary>
[Needs(Right.SignIn)]
public sealed record SignInByCode(string Code, string? Browser, string? Device = null) : IRequest<SignedIn>;

internal sealed class SignInByCodeValidator : AbstractValidator<SignInByCode>
{
    public SignInByCodeValidator()
    {
        RuleFor(s => s.Code).RequiredLine(100);
        RuleFor(s => s.Device).OptionalLine(Session.DeviceMaxLength);
    }
}

internal sealed class SignInByLinkValidator : AbstractValidator<SignInByLink>
{
    public SignInByLinkValidator() => RuleFor(s => s.Device).OptionalLine(Session.DeviceMaxLength);
}

/// <param name="Token">For the browser's cookie; this is the only answer that ever has it.</param>
/// <param name="ReturnTo">A path of ours.</param>
public sealed record SignedIn(string Token, string? ReturnTo);

internal sealed class SignInHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ShowReportLink, LinkState>, IRequestHandler<SignInByLink, SignedIn>, IRequestHandler<SignInByCode, SignedIn>
{
    public async Task<LinkState> Handle(ShowReportLink query, CancellationToken ct) => await FindAsync(query.Token, ct) switch
    {
        null => LinkState.Over,
        var request => request.IsFrom(query.Browser) ? LinkState.Open : LinkState.OtherBrowser,
    };

    public async Task<SignedIn> Handle(SignInByLink command, CancellationToken ct)
    {
        var request = await FindAsync(command.Token, ct) ?? throw UserErrors.LinkOver();
        if (!request.IsFrom(command.Browser)) throw UserErrors.OtherBrowser();
        return await UseAsync(request, command.Device, ct) ?? throw UserErrors.LinkOver();
    }

    /// <summary>A wrong code counts against everything this browser has asked for, so that asking twice gives no more guesses at each.</summary>
    public async Task<SignedIn> Handle(SignInByCode command, CancellationToken ct)
    {
        if (command.Browser is null) throw UserErrors.WrongCode();
        var (now, browser) = (time.GetUtcNow(), Secret.HashOf(command.Browser));
        var open = (await db.SignInRequests.Where(r => r.BrowserHash == browser).ToListAsync(ct)).Where(r => r.IsOpen(now)).ToList();
        if (open.Find(r => r.UserId is not null && r.HasCode(command.Code)) is { } meant) return await UseAsync(meant, command.Device, ct) ?? throw UserErrors.WrongCode();

        open.ForEach(r => r.CountWrongCode());
        await db.SaveChangesAsync(ct);
        throw UserErrors.WrongCode();
    }

    private async Task<SignInRequest?> FindAsync(string token, CancellationToken ct)
    {
        var hash = Secret.HashOf(token);
        var request = await db.SignInRequests.SingleOrDefaultAsync(r => r.TokenHash == hash, ct);
        return request?.IsOpen(time.GetUtcNow()) == true ? request : null;
    }

    /// <returns>Null where the person may not sign in any more.</returns>
    private async Task<SignedIn?> UseAsync(SignInRequest request, string? device, CancellationToken ct)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == request.UserId && u.DeactivatedAt == null, ct) is not { } person) return null;

        var now = time.GetUtcNow();
        request.Use(now);
        var (session, token) = Session.Open(person.Id, device, now);
        db.Sessions.Add(session);

        // Whoever was signed in in this browser is no longer.
        if (user.Session is { } before) db.Sessions.RemoveRange(await db.Sessions.Where(s => s.Id == before).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        return new SignedIn(token, request.ReturnTo);
    }
}
