using MediatR;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Access;

/// <summary>What a sign-in link is good for, in this browser.</summary>
public enum SignInLinkState
{
    Open,

    /// <summary>It works, but not here.</summary>
    OtherBrowser,

    /// <summary>Used, expired, or never there.</summary>
    Over,
}

/// <summary>Looks at a sign-in link without using it, because programs that check mail open links, too.</summary>
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
