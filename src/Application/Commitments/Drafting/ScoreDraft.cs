using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Scores a draft without saving it.</summary>
/// <param name="OrganizationId">The organization whose contacts count for the score; without one, no contact counts.</param>
[Needs(Right.Contribute)]
public sealed record ScoreDraft(CommitmentDraft Draft, OrganizationId? OrganizationId = null) : IRequest<SmartAnswer>;

internal sealed class ScoreDraftValidator : AbstractValidator<ScoreDraft>
{
    public ScoreDraftValidator(IVocabulary vocabulary) =>
        RuleFor(c => c.Draft).SetValidator(new CommitmentDraftValidator(vocabulary, orRetired: true));
}

internal sealed class ScoreDraftHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ScoreDraft, SmartAnswer>
{
    public async Task<SmartAnswer> Handle(ScoreDraft query, CancellationToken ct)
    {
        var hasContact = false;
        if (query.OrganizationId is { } id)
        {
            var organization = await db.Organizations.VisibleTo(db, user).GetAsync(id, ct);
            hasContact = await db.Contacts.AnyAsync(c => c.OrganizationId == organization.Id, ct);
        }

        return SmartAnswer.Of(SmartReadiness.Of(SmartSubject.Of(query.Draft.ToTerms(), hasContact)));
    }
}
