using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Organizations;

[Needs(Right.Administer)]
public sealed record ChangeOrganization(
    OrganizationId OrganizationId, string Name, string Type, string CountryCode, string TimeZone,
    string? Identifier, string? Website, string? SourceId, bool IsCommunity) : IRequest, IOrganizationProfile;

internal sealed class ChangeOrganizationValidator : AbstractValidator<ChangeOrganization>
{
    public ChangeOrganizationValidator() => this.Profile();
}

internal sealed class ChangeOrganizationHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<ChangeOrganization>
{
    public async Task<Unit> Handle(ChangeOrganization command, CancellationToken ct)
    {
        var organization = (await db.Organizations.VisibleTo(db, user).GetAsync(command.OrganizationId, ct)).MustBeExpectedBy(user);
        var (zone, country) = (organization.TimeZone, organization.CountryCode);
        if (!organization.Change(command.ToProfile())) return Unit.Value;
        await db.SourceIdMustBeFreeAsync(organization, ct);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        if (organization.TimeZone != zone) await MoveDueDaysAsync(organization, ct);
        if (organization.CountryCode != country) await MoveCountryAsync(organization, ct);
        await transaction.CommitAsync(ct);
        return Unit.Value;
    }

    /// <summary>The same days end at other instants: one set-based update a day, for the clocks that run and for those that stand.</summary>
    private async Task MoveDueDaysAsync(Organization organization, CancellationToken ct)
    {
        var zone = Codes.TimeZone(organization.TimeZone);
        var now = time.GetUtcNow();
        var commitments = db.Commitments.Where(c => c.OrganizationId == organization.Id);
        var milestones = db.Milestones.Where(m => commitments.Any(c => c.Id == m.CommitmentId));

        foreach (var day in await commitments.Select(c => c.DueDate).Distinct().ToListAsync(ct))
        {
            var endsAt = DueDay.EndsAt(day, zone);
            await commitments.Where(c => c.DueDate == day).ExecuteUpdateAsync(set => set.SetProperty(c => c.DueAt, endsAt), ct);
            await commitments.Where(c => c.DueDate == day && c.OverdueAt != null).ExecuteUpdateAsync(
                set => set.SetProperty(c => c.OverdueAt, endsAt).SetProperty(c => c.SweepAt, now), ct);
        }

        foreach (var day in await milestones.Select(m => m.DueDate).Distinct().ToListAsync(ct))
        {
            var endsAt = DueDay.EndsAt(day, zone);
            await milestones.Where(m => m.DueDate == day).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, endsAt), ct);
            await milestones.Where(m => m.DueDate == day && m.OverdueAt != null).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.OverdueAt, endsAt).SetProperty(m => m.SweepAt, now), ct);
        }
    }

    /// <summary>Where a commitment names no country, the organization's stands in for it.</summary>
    private Task<int> MoveCountryAsync(Organization organization, CancellationToken ct) => db.CommitmentCountries
        .Where(country => !country.IsStated && db.Commitments.Any(c => c.Id == country.CommitmentId && c.OrganizationId == organization.Id))
        .ExecuteUpdateAsync(set => set.SetProperty(country => country.Code, organization.CountryCode), ct);
}
