using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>The latest dialogues of a partnership and their number, read in one statement.</summary>
[Needs(Right.Read)]
public sealed record GetPartnershipDialogues(PartnershipId PartnershipId) : IRequest<PartnershipDialogues>;

/// <param name="Latest">At most five, the one that begins last first.</param>
/// <param name="Total">All that the caller may see.</param>
public sealed record PartnershipDialogues(IReadOnlyList<DialogueDetails> Latest, int Total);

internal sealed class GetPartnershipDialoguesHandler(ITrackerDb db, ICurrentUser user)
    : IRequestHandler<GetPartnershipDialogues, PartnershipDialogues>
{
    private const int Shown = 5;

    public async Task<PartnershipDialogues> Handle(GetPartnershipDialogues query, CancellationToken ct)
    {
        var id = (PartnershipId?)query.PartnershipId;
        var dialogues = db.Dialogues.VisibleTo(db, user).Where(d => d.PartnershipId == id);
        var rows = await dialogues
            .OrderByDescending(d => d.StartsAt)
            .ThenByDescending(d => d.Seq)
            .Take(Shown)
            .AsDetails(db, user)
            .Select(d => new { Dialogue = d, Total = dialogues.Count() })
            .ToListAsync(ct);
        return new PartnershipDialogues([.. rows.Select(row => row.Dialogue)], rows.FirstOrDefault()?.Total ?? 0);
    }
}
