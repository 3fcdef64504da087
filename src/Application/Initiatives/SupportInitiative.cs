using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>
/// Supports an initiative: for the caller's organization, or for the person who has none. Each supports it once.
/// </summary>
/// <param name="Brings">What the supporter brings.</param>
[Needs(Right.Propose)]
public sealed record SupportInitiative(InitiativeId InitiativeId, string Brings) : IRequest<InitiativeSupportId>;

internal sealed class SupportInitiativeValidator : AbstractValidator<SupportInitiative>
{
    public SupportInitiativeValidator() => RuleFor(s => s.Brings).Required(Limits.Text);
}

internal sealed class SupportInitiativeHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<SupportInitiative, InitiativeSupportId>
{
    public async Task<InitiativeSupportId> Handle(SupportInitiative command, CancellationToken ct)
    {
        var initiative = await db.GetForChangeAsync(user, command.InitiativeId, ct);
        var (by, organization) = (user.AsFiler(), user.OrganizationId);
        var key = InitiativeSupport.KeyOf(by, organization);
        var alreadySupports = await db.InitiativeSupports.AnyAsync(
            s => s.InitiativeId == initiative.Id && s.SupporterKey == key && s.WithdrawnAt == null,
            ct
        );
        var isEarlyCareer = await db.IsEarlyCareerAsync(user, ct);
        var support = initiative.Support(command.Brings, by, organization, isEarlyCareer, alreadySupports, time.GetUtcNow());
        db.InitiativeSupports.Add(support);
        await db.SaveChangesAsync(ct);
        return support.Id;
    }
}
