using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Organizations;

[Needs(Right.Administer)]
public sealed record ChangeOrganization(
    OrganizationId OrganizationId,
    string Name,
    string Type,
    string? CountryCode,
    string? TimeZone,
    string? Identifier,
    string? Website,
    string? SourceId,
    bool IsCommunity
) : IRequest, IOrganizationProfile
{
    public static ChangeOrganization Of(OrganizationId id, IOrganizationProfile profile) =>
        new(
            id,
            profile.Name,
            profile.Type,
            profile.CountryCode,
            profile.TimeZone,
            profile.Identifier,
            profile.Website,
            profile.SourceId,
            profile.IsCommunity
        );
}

internal sealed class ChangeOrganizationValidator : AbstractValidator<ChangeOrganization>
{
    public ChangeOrganizationValidator() => this.Profile();
}

internal sealed class ChangeOrganizationHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
    : IRequestHandler<ChangeOrganization>
{
    private const int AtOnce = 200;

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
                    await db.RecalculateAsync(organization, commitment => commitment.ImplyCountry(organization.CountryCode), ct);
            },
            ct
        );
        return Unit.Value;
    }
}
