using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Access;

/// <summary>Lists the caller's own sessions, the latest first. API keys have no sessions.</summary>
[Needs(Right.SignIn)]
public sealed record ListSessions(int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null) : IRequest<Page<SessionItem>>, ISupportsUpdatedSince;

/// <summary>A browser in which the caller is signed in.</summary>
public sealed record SessionItem
{
    public Guid Id { get; init; }

    /// <summary>E.g. "Firefox, Windows"; null if the browser does not identify itself.</summary>
    public string? Device { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Exact to a few minutes.</summary>
    public DateTimeOffset LastSeenAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whether the current request belongs to this session.</summary>
    public bool IsCurrent { get; init; }
}

internal sealed class ListSessionsValidator : AbstractValidator<ListSessions>
{
    public ListSessionsValidator() => this.Paged();
}

internal sealed class ListSessionsHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<ListSessions, Page<SessionItem>>
{
    public Task<Page<SessionItem>> Handle(ListSessions query, CancellationToken ct)
    {
        var (now, current) = (time.GetUtcNow(), user.Session ?? default);
        return db.Sessions.Of(user).Where(s => s.ExpiresAt > now).ToPageAsync(
            query, s => s.Seq, descending: true, page => page.Select(s => new SessionItem
            {
                Id = s.Id.Value,
                Device = s.Device,
                CreatedAt = s.CreatedAt,
                LastSeenAt = s.LastSeenAt,
                ExpiresAt = s.ExpiresAt,
                IsCurrent = s.Id == current,
            }), ct);
    }
}
