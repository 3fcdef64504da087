using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Lists what the stakeholder groups stated about the outcomes of a dialogue, in the order of the first statement.</summary>
[Needs(Right.Read)]
public sealed record ListAgreements(DialogueId DialogueId, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<StatedAgreement>>,
        ISupportsUpdatedSince;

/// <summary>What one stakeholder group stated about one outcome.</summary>
/// <param name="Outcome">The title of the outcome.</param>
/// <param name="Group">The code of the stakeholder group.</param>
public sealed record StatedAgreement(
    Guid OutcomeId,
    string Outcome,
    string Group,
    AgreementLevel Level,
    string? Reason,
    DateTimeOffset StatedAt
);

internal sealed class ListAgreementsValidator : AbstractValidator<ListAgreements>
{
    public ListAgreementsValidator() => this.Paged();
}

internal sealed class ListAgreementsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListAgreements, Page<StatedAgreement>>
{
    public async Task<Page<StatedAgreement>> Handle(ListAgreements query, CancellationToken ct)
    {
        await db.Dialogues.VisibleTo(db, user).MustExistAsync(query.DialogueId, ct);
        return await db
            .OutcomeAgreements.Where(a => a.DialogueId == query.DialogueId)
            .ToPageAsync(
                query,
                a => a.Seq,
                descending: false,
                page =>
                    from a in page
                    join o in db.Outcomes on a.OutcomeId equals o.Id
                    orderby a.Seq
                    select new StatedAgreement(o.Id.Value, o.Title, a.Group, a.Level, a.Reason, a.StatedAt),
                ct
            );
    }
}
