using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>The country of commitments that name none: that of their organization, where it is known.</summary>
internal static class ImpliedCountries
{
    private const int AtOnce = 500;

    /// <summary>Replaces the country of those commitments that name none.</summary>
    /// <param name="country">ISO 3166-1 alpha-2; null where it is unknown.</param>
    public static async Task ImplyCountryAsync(
        this ITrackerDb db,
        IQueryable<Commitment> commitments,
        string? country,
        CancellationToken ct
    )
    {
        var implied = db.CommitmentCountries.Where(c => !c.IsStated && commitments.Any(one => one.Id == c.CommitmentId));
        if (country is null)
        {
            await implied.ExecuteDeleteAsync(ct);
            return;
        }

        await implied.ExecuteUpdateAsync(set => set.SetProperty(c => c.Code, country), ct);
        var without = commitments.Where(c => !db.CommitmentCountries.Any(country => country.CommitmentId == c.Id)).Select(c => c.Id);
        while (await without.Take(AtOnce).ToListAsync(ct) is { Count: > 0 } some)
        {
            db.CommitmentCountries.AddRange(some.Select(id => CommitmentCountry.Implied(id, country)));
            await db.SaveChangesAsync(ct);
        }
    }
}
