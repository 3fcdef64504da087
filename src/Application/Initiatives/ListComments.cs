using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>What was said about an initiative, the newest first.</summary>
[Needs(Right.Read)]
public sealed record ListComments(InitiativeId InitiativeId, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<CommentDetails>>,
        ISupportsUpdatedSince;

/// <param name="PersonName">Null where it is unknown, was erased, or where a system wrote it.</param>
/// <param name="OrganizationId">The organization of the person then; null for an individual.</param>
public sealed record CommentDetails(
    Guid Id,
    Guid? OrganizationId,
    string? OrganizationName,
    string? PersonName,
    string Text,
    DateTimeOffset CommentedAt
);

internal sealed class ListCommentsValidator : AbstractValidator<ListComments>
{
    public ListCommentsValidator() => this.Paged();
}

internal sealed class ListCommentsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListComments, Page<CommentDetails>>
{
    public Task<Page<CommentDetails>> Handle(ListComments query, CancellationToken ct) =>
        db
            .InitiativeComments.Where(c => c.InitiativeId == query.InitiativeId)
            .ToPageOfAsync(
                db.Initiatives.VisibleTo(user).Where(i => i.Id == query.InitiativeId),
                "initiative",
                query,
                c => c.CommentedAt,
                c => new CommentDetails(
                    c.Id.Value,
                    c.OrganizationId == null ? null : c.OrganizationId.Value.Value,
                    db.Organizations.Where(o => o.Id == c.OrganizationId).Select(o => o.Name).FirstOrDefault(),
                    db.Users.Where(u => u.Id == c.By.Person).Select(u => u.Name).FirstOrDefault(),
                    c.Text,
                    c.CommentedAt
                ),
                ct
            );
}
