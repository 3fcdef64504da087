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
    string? CountryCode,
    string? TimeZone,
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
                    await RecalculateDeadlinesAsync(organization, ct);
                if (organization.CountryCode != country)
                    await db.ImplyCountryAsync(
                        db.Commitments.Where(c => c.OrganizationId == organization.Id),
                        organization.CountryCode,
                        ct
                    );
            },
            ct
        );
        return Unit.Value;
    }

    /// <summary>After a change of the time zone, recalculates the deadlines of all its commitments, a few hundred at a time.</summary>
    private async Task RecalculateDeadlinesAsync(Organization organization, CancellationToken ct)
    {
        var context = await contexts.OfAsync(organization.Id, ct);
        long seen = 0;
        while (true)
        {
            var some = await db
                .Commitments.Where(c => c.OrganizationId == organization.Id && c.Seq > seen)
                .OrderBy(c => c.Seq)
                .Take(AtOnce)
                .ForChange()
                .ToListAsync(ct);
            if (some.Count == 0)
                return;
            foreach (var commitment in some)
                commitment.ChangeTimeZone(context);
            await db.SaveChangesAsync(ct);
            seen = some[^1].Seq;
            db.Session.Forget();
        }
    }
}
