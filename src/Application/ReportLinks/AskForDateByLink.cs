using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>Requests a later date as the holder of a link, without a progress report. The link can still be used for a report.</summary>
/// <param name="NewDate">The request; it always applies to the commitment of the link.</param>
[Needs(Right.UseLink)]
public sealed record AskForDateByLink(string Token, RequestChange NewDate) : IRequest;

internal sealed class AskForDateByLinkValidator : AbstractValidator<AskForDateByLink>
{
    public AskForDateByLinkValidator() => RuleFor(r => r.NewDate).SetValidator(new RequestChangeValidator());
}

internal sealed class AskForDateByLinkHandler(ITrackerDb db, CurrentUser user, DecisionContexts contexts, TimeProvider time)
    : IRequestHandler<AskForDateByLink>
{
    public async Task<Unit> Handle(AskForDateByLink command, CancellationToken ct)
    {
        var link = await db.ReportLinks.GetByTokenAsync(command.Token, ct);
        link.MustBe(ReportLinkState.Open, time.GetUtcNow());
        var holder = await db.HolderAsync(link, ct) ?? throw DomainException.NotFound("contact");

        user.ActAsHolder(holder.Id, link.OrganizationId, await db.PersonOfAsync(holder.Email, ct));
        var commitment = await db.GetForChangeAsync(user, link.CommitmentId, ct);
        await db.RequestLaterDateAsync(user, commitment, command.NewDate.Terms, await contexts.OfAsync(commitment.OrganizationId, ct), ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
