using MediatR;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Access;

/// <summary>What a sign-in link allows in this browser.</summary>
public enum SignInLinkState
{
    Open,

    /// <summary>The link is valid, but only in the browser that requested it.</summary>
    OtherBrowser,

    /// <summary>Used, expired or unknown.</summary>
    Over,
}

/// <summary>Checks a sign-in link without using it up, because mail scanners open links, too.</summary>
[Needs(Right.SignIn)]
public sealed record ShowSignInLink(string Token, string? Browser) : IRequest<SignInLinkState>;

internal sealed class ShowSignInLinkHandler(ITrackerDb db, TimeProvider time) : IRequestHandler<ShowSignInLink, SignInLinkState>
{
    public async Task<SignInLinkState> Handle(ShowSignInLink query, CancellationToken ct) => await db.FindOpenSignInAsync(query.Token, time.GetUtcNow(), ct) switch
    {
        null => SignInLinkState.Over,
        var request => request.IsFrom(query.Browser) ? SignInLinkState.Open : SignInLinkState.OtherBrowser,
    };
}
