using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Inclusion;

/// <summary>Which stakeholder groups take part in a dialogue, and who is missing among those that it invites.</summary>
[Needs(Right.Read)]
public sealed record GetDialogueInclusion(DialogueId DialogueId) : IRequest<DialogueInclusion>;

internal sealed class GetDialogueInclusionHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary)
    : IRequestHandler<GetDialogueInclusion, DialogueInclusion>
{
    public async Task<DialogueInclusion> Handle(GetDialogueInclusion query, CancellationToken ct)
    {
        var dialogue =
            await db
                .Dialogues.VisibleTo(db, user)
                .Where(d => d.Id == query.DialogueId)
                .Select(d => new { d.Groups })
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("dialogue");
        var counts = await db
            .DialogueParticipants.Where(p => p.DialogueId == query.DialogueId && p.RemovedAt == null)
            .GroupBy(p => p.Group)
            .Select(group => new
            {
                Code = group.Key,
                Total = group.Count(),
                Accepted = group.Count(p => p.Answer == InvitationAnswer.Accepted),
                Declined = group.Count(p => p.Answer == InvitationAnswer.Declined),
            })
            .ToDictionaryAsync(group => group.Code, ct);
        return DialogueInclusion.Of(
            [
                .. dialogue
                    .Groups.Union(counts.Keys)
                    .OrderBy(code => vocabulary.PositionOf(VocabularyKind.StakeholderGroup, code))
                    .Select(code =>
                    {
                        var count = counts.GetValueOrDefault(code);
                        return new DialogueGroup(
                            code,
                            vocabulary.NameOf(VocabularyKind.StakeholderGroup, code),
                            count?.Total ?? 0,
                            count?.Accepted ?? 0,
                            count?.Declined ?? 0
                        );
                    }),
            ],
            [
                .. vocabulary
                    .Active(VocabularyKind.StakeholderGroup)
                    .Where(group => !dialogue.Groups.Contains(group.Code))
                    .Select(group => group.Name),
            ]
        );
    }
}
