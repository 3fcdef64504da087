using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>The concerns about an initiative with the proposer's answers, the newest first.</summary>
[Needs(Right.Read)]
public sealed record ListConcerns(InitiativeId InitiativeId, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<ConcernDetails>>,
        ISupportsUpdatedSince;

/// <param name="PersonName">Null where it is unknown, was erased, or where a system raised it.</param>
/// <param name="OrganizationId">The organization of the person then; null for an individual.</param>
/// <param name="Answer">The proposer's answer; null until there is one.</param>
/// <param name="EarlierAnswers">The answers that it replaced, the oldest first.</param>
/// <param name="ResolvedAt">When whoever raised it said that it is resolved (UTC); null until then.</param>
/// <param name="IsMine">Whether the caller raised it.</param>
public sealed record ConcernDetails(
    Guid Id,
    Guid? OrganizationId,
    string? OrganizationName,
    string? PersonName,
    string Text,
    DateTimeOffset RaisedAt,
    string? Answer,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? ResolvedAt,
    bool IsMine,
    IReadOnlyList<EarlierAnswer> EarlierAnswers
);

/// <summary>An answer that a later one replaced.</summary>
/// <param name="AnsweredAt">When it was given (UTC).</param>
public sealed record EarlierAnswer(string Answer, DateTimeOffset AnsweredAt);

internal sealed class ListConcernsValidator : AbstractValidator<ListConcerns>
{
    public ListConcernsValidator() => this.Paged();
}

internal sealed class ListConcernsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListConcerns, Page<ConcernDetails>>
{
    public Task<Page<ConcernDetails>> Handle(ListConcerns query, CancellationToken ct) =>
        db
            .InitiativeConcerns.Where(c => c.InitiativeId == query.InitiativeId)
            .ToPageOfAsync(
                db.Initiatives.VisibleTo(user).Where(i => i.Id == query.InitiativeId),
                "initiative",
                query,
                c => c.RaisedAt,
                Details(db, user),
                ct
            );

    public static Expression<Func<InitiativeConcern, ConcernDetails>> Details(ITrackerDb db, ICurrentUser user)
    {
        var (person, key) = (user.AsFiler().Person, user.AsFiler().Key);
        return c => new ConcernDetails(
            c.Id.Value,
            c.OrganizationId == null ? null : c.OrganizationId.Value.Value,
            db.Organizations.Where(o => o.Id == c.OrganizationId).Select(o => o.Name).FirstOrDefault(),
            db.Users.Where(u => u.Id == c.By.Person).Select(u => u.Name).FirstOrDefault(),
            c.Text,
            c.RaisedAt,
            c.Answer,
            c.AnsweredAt,
            c.ResolvedAt,
            (person != null && c.By.Person == person) || (key != null && c.By.Key == key),
            db.EarlierConcernAnswers.Where(a => a.ConcernId == c.Id)
                .OrderBy(a => a.Seq)
                .Select(a => new EarlierAnswer(a.Text, a.AnsweredAt))
                .ToList()
        );
    }
}
