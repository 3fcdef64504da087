using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>What communities say about a commitment: counts for each claim, and the newest voices; all read in one statement.</summary>
/// <param name="Commitment">The commitment as read for the same caller.</param>
/// <param name="Claim">Only voices on this claim; on all claims where it is null.</param>
[Needs(Right.Read)]
public sealed record GetCommitmentVoices(CommitmentDetails Commitment, Guid? Claim = null) : IRequest<CommitmentVoices>;

/// <param name="Claims">The claims with the newest voices, the newest first.</param>
/// <param name="Newest">A few voices, the newest first.</param>
public sealed record CommitmentVoices(IReadOnlyList<ClaimVoices> Claims, IReadOnlyList<VoiceDetails> Newest)
{
    public static readonly CommitmentVoices None = new([], []);

    public int Total => Claims.Sum(claim => claim.Total);

    public int Diverging => Claims.Sum(claim => claim.Diverging);

    public int Count(VoiceStance stance) => Claims.Sum(claim => claim.Count(stance));
}

/// <summary>How many voices say what on one claim.</summary>
/// <param name="AsOf">The day of the claim.</param>
/// <param name="Diverging">How many differ from what was reported complete, accepted or closed as completed.</param>
public sealed record ClaimVoices(VoiceClaimKind Kind, Guid Id, DateOnly? AsOf, IReadOnlyDictionary<VoiceStance, int> Counts, int Diverging)
{
    public int Total => Counts.Values.Sum();

    public int Count(VoiceStance stance) => Counts.GetValueOrDefault(stance);
}

internal sealed class GetCommitmentVoicesHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetCommitmentVoices, CommitmentVoices>
{
    private const int Newest = 1;
    private const int LastOfStance = 2;
    private const int MaxNewest = 6;

    /// <summary>Ten claims with all four answers.</summary>
    private const int MaxStances = 40;

    public async Task<CommitmentVoices> Handle(GetCommitmentVoices query, CancellationToken ct)
    {
        var id = new CommitmentId(query.Commitment.Id);
        var voices = db.Voices.AsNoTracking().WhereCounts().Where(v => v.CommitmentId == id);
        if (query.Claim is { } claim)
            voices = voices.Where(v => v.ClaimId == claim);
        var diverging = db.Voices.WhereDiverging(db).Where(v => v.CommitmentId == id);
        var keys = voices
            .OrderByDescending(v => v.Seq)
            .Take(MaxNewest)
            .In(Newest)
            .Concat(
                voices
                    .GroupBy(v => new { v.ClaimId, v.Stance })
                    .Select(same => new RowOf { Table = LastOfStance, Seq = same.Max(v => v.Seq) })
                    .OrderByDescending(last => last.Seq)
                    .Take(MaxStances)
            );
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
                        ClaimAsOf = v.ClaimKind == VoiceClaimKind.Closing
                            ? db.Commitments.Where(c => (Guid)(object)c.Id == v.ClaimId).Select(c => c.ClosedOn).FirstOrDefault()
                            : db
                                .ProgressReports.Where(r => (Guid)(object)r.Id == v.ClaimId)
                                .Select(r => (DateOnly?)r.AsOf)
                                .FirstOrDefault(),
                        Count = key.Table == LastOfStance ? voices.Count(o => o.ClaimId == v.ClaimId && o.Stance == v.Stance) : 0,
                        IsDiverging = diverging.Any(d => d.Seq == v.Seq),
                    }
            )
            .ToListAsync(ct);

        // The databases return the rows in any order.
        rows = [.. rows.OrderByDescending(row => row.Voice.Seq)];
        return new CommitmentVoices(
            [
                .. rows.Where(row => row.Table == LastOfStance)
                    .GroupBy(row => row.Voice.ClaimId)
                    .Select(same => new ClaimVoices(
                        same.First().Voice.ClaimKind,
                        same.Key,
                        same.First().ClaimAsOf,
                        same.ToDictionary(row => row.Voice.Stance!.Value, row => row.Count),
                        same.Where(row => row.IsDiverging).Sum(row => row.Count)
                    )),
            ],
            [
                .. rows.Where(row => row.Table == Newest)
                    .Select(row =>
                        new VoiceRow
                        {
                            Voice = row.Voice,
                            OrganizationName = row.OrganizationName,
                            ClaimAsOf = row.ClaimAsOf,
                        }.For(user)
                    ),
            ]
        );
    }
}
