using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Organizations;

[Needs(Right.Administer)]
public sealed record ChangeOrganization(
    OrganizationId OrganizationId,
    string Name,
    string Type,
    string CountryCode,
    string TimeZone,
    string? Identifier,
    string? Website,
    string? SourceId,
    bool IsCommunity
) : IRequest, IOrganizationProfile;

internal sealed class ChangeOrganizationValidator : AbstractValidator<ChangeOrganization>
{
    public ChangeOrganizationValidator() => this.Profile();
}

internal sealed class ChangeOrganizationHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
    : IRequestHandler<ChangeOrganization>
{
    public async Task<Unit> Handle(ChangeOrganization command, CancellationToken ct)
    {
        var organization = (await db.Organizations.VisibleTo(db, user).GetAsync(command.OrganizationId, ct)).MustBeExpectedBy(user);
        var (zone, country) = (organization.TimeZone, organization.CountryCode);
        if (!organization.Change(command.ToProfile()))
            return Unit.Value;
        await db.SourceIdMustBeFreeAsync(organization, ct);

        await db.InTransactionAsync(
            async () =>
            {
                await db.SaveChangesAsync(ct);
                if (organization.TimeZone != zone)
                {
                    var context = await contexts.OfAsync(organization.Id, ct);
                    await db.RecalculateAsync(organization, commitment => commitment.ChangeTimeZone(context), ct);
                }

                if (organization.CountryCode != country)
                    await MoveCountryAsync(organization, ct);
            },
            ct
        );
        return Unit.Value;
    }

    /// <summary>Updates the country of commitments that name no country and use the organization's.</summary>
    private async Task MoveCountryAsync(Organization organization, CancellationToken ct)
    {
        long seen = 0;
        while (true)
        {
            var some = await db
                .CommitmentCountries.Where(country =>
                    !country.IsStated
                    && country.Seq > seen
                    && db.Commitments.Any(c => c.Id == country.CommitmentId && c.OrganizationId == organization.Id)
                )
                .OrderBy(country => country.Seq)
                .Take(AtOnce)
                .ToListAsync(ct);
            if (some.Count == 0)
                return;
            foreach (var country in some)
                country.Follow(organization.CountryCode);
            await db.SaveChangesAsync(ct);
            seen = some[^1].Seq;
            db.Session.Forget();
        }
    }
}
