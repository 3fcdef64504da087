using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
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
/// <param name="Diverging">How many differ from what was reported complete, accepted, closed or agreed.</param>
/// <param name="Stands">Whether the claim is still made.</param>
public sealed record ClaimVoices(
    VoiceClaimKind Kind,
    Guid Id,
    DateOnly? AsOf,
    IReadOnlyDictionary<VoiceStance, int> Counts,
    int Diverging,
    bool Stands
)
{
    public int Total => Counts.Values.Sum();

    public int Count(VoiceStance stance) => Counts.GetValueOrDefault(stance);
}

internal sealed class GetCommitmentVoicesHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary)
    : IRequestHandler<GetCommitmentVoices, CommitmentVoices>
{
    private const int MaxNewest = 6,
        MaxClaims = 10;

    public async Task<CommitmentVoices> Handle(GetCommitmentVoices query, CancellationToken ct)
    {
        var id = new CommitmentId(query.Commitment.Id);
        var voices = db.Voices.AsNoTracking().WhereCounts().Where(v => v.CommitmentId == id);
        if (query.Claim is { } claim)
            voices = voices.Where(v => v.ClaimId == claim);
        var diverging = db.Voices.WhereDiverging(db).Where(v => v.CommitmentId == id);
        var newest = voices.OrderByDescending(v => v.Seq).Take(MaxNewest).In(VoiceCounts.Newest);
        var (claims, some) = await VoiceCounts.ReadAsync(voices, diverging, newest, MaxClaims, db, ct);
        return new CommitmentVoices(claims, [.. some.Select(row => row.For(user, vocabulary))]);
    }
}
