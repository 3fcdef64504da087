using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>Counts voices by claim and stance, and reads a few of them, in one statement.</summary>
internal static class VoiceCounts
{
    /// <summary>The table of the rows that are read whole.</summary>
    public const int Newest = 1;

    /// <summary>How many answers there are to a claim.</summary>
    public const int Stances = 4;

    private const int LastOfStance = 2;

    /// <param name="voices">Those that count.</param>
    /// <param name="diverging">Those of them that differ from their claim.</param>
    /// <param name="newest">The ones to read, as rows of <see cref="Newest"/>.</param>
    /// <param name="maxClaims">How many claims are counted.</param>
    /// <returns>The claims with the newest voices and the voices to read, the newest first.</returns>
    public static async Task<(IReadOnlyList<ClaimVoices> Claims, IReadOnlyList<VoiceRow> Newest)> ReadAsync(
        IQueryable<Voice> voices,
        IQueryable<Voice> diverging,
        IQueryable<RowOf> newest,
        int maxClaims,
        ITrackerDb db,
        CancellationToken ct
    )
    {
        var max = maxClaims * Stances;
        var keys = newest.Concat(
            voices
                .GroupBy(v => new { v.ClaimId, v.Stance })
                .Select(same => new RowOf { Table = LastOfStance, Seq = same.Max(v => v.Seq) })
                .OrderByDescending(last => last.Seq)
                .Take(max)
        );
        var standing = db.Voices.WhereClaimStands(db);
        var rows = await keys.Join(
                db.Voices.AsNoTracking(),
                key => key.Seq,
                v => v.Seq,
                (key, v) =>
                    new
                    {
                        key.Table,
                        Voice = v,
                        OrganizationName = db.Organizations.Where(o => o.Id == v.OrganizationId).Select(o => o.Name).FirstOrDefault(),
                        ClaimStands = standing.Any(s => s.Seq == v.Seq),
                        Count = key.Table == LastOfStance ? voices.Count(o => o.ClaimId == v.ClaimId && o.Stance == v.Stance) : 0,
                        IsDiverging = diverging.Any(d => d.Seq == v.Seq),
                    }
            )
            .ToListAsync(ct);

        // The databases return the rows in any order.
        rows = [.. rows.OrderByDescending(row => row.Voice.Seq)];
        return (
            [
                .. rows.Where(row => row.Table == LastOfStance)
                    .GroupBy(row => row.Voice.ClaimId)
                    .Select(same => new ClaimVoices(
                        same.First().Voice.ClaimKind,
                        same.Key,
                        same.First().Voice.ClaimAsOf,
                        same.ToDictionary(row => row.Voice.Stance!.Value, row => row.Count),
                        same.Where(row => row.IsDiverging).Sum(row => row.Count),
                        same.First().ClaimStands
                    )),
            ],
            [
                .. rows.Where(row => row.Table == Newest)
                    .Select(row => new VoiceRow
                    {
                        Voice = row.Voice,
                        OrganizationName = row.OrganizationName,
                        ClaimStands = row.ClaimStands,
                    }),
            ]
        );
    }
}
