using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Lists who is invited to a dialogue, by name; only for its organizers.</summary>
/// <param name="Q">Part of the name; case and accents are ignored.</param>
/// <param name="Group">The code of a stakeholder group.</param>
/// <param name="FreeIn">Only those who have no place in this segment yet.</param>
[Needs(Right.Organize)]
public sealed record ListParticipants(
    DialogueId DialogueId,
    string? Q = null,
    string? Group = null,
    InvitationAnswer? Answer = null,
    Guid? RoomId = null,
    Guid? FreeIn = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<ParticipantDetails>>, ISupportsUpdatedSince
{
    public bool TotalOnEveryPage { get; init; }
}

internal sealed class ListParticipantsValidator : AbstractValidator<ListParticipants>
{
    public ListParticipantsValidator()
    {
        this.Paged();
        RuleFor(q => q.Q).OptionalLine(Limits.Search);
        RuleFor(q => q.Group).OptionalLine(Limits.VocabularyCode);
        RuleFor(q => q.Answer).IsKnownValue();
    }
}

internal sealed class ListParticipantsHandler(ITrackerDb db, ICurrentUser user)
    : IRequestHandler<ListParticipants, Page<ParticipantDetails>>
{
    public async Task<Page<ParticipantDetails>> Handle(ListParticipants query, CancellationToken ct)
    {
        await db.MustOrganizeAsync(user, query.DialogueId, ct);
        var page = await Rows(query).ToPageAsync(query, p => p.NameKey, descending: false, rows => rows.AsDetails(db), ct);
        return page with { Items = await page.Items.WithPlacesAsync(db, ct) };
    }

    private IQueryable<Participant> Rows(ListParticipants query)
    {
        var rows = db.DialogueParticipants.Where(p => p.DialogueId == query.DialogueId && p.RemovedAt == null);
        if (Blank.ToNull(query.Q) is { } q)
            rows = rows.Where(p => p.NameKey.Contains(TextKey.Of(q)));
        if (Blank.ToNull(query.Group) is { } group)
            rows = rows.Where(p => p.Group == group);
        if (query.Answer is { } answer)
            rows = rows.Where(p => p.Answer == answer);
        if (query.RoomId is { } roomId)
        {
            var room = new RoomId(roomId);
            rows = rows.Where(p => db.DialogueAssignments.Any(a => a.RoomId == room && a.ParticipantId == p.Id));
        }

        if (query.FreeIn is { } segmentId)
        {
            var segment = new SegmentId(segmentId);
            rows = rows.Where(p => !db.DialogueAssignments.Any(a => a.SegmentId == segment && a.ParticipantId == p.Id));
        }

        return rows;
    }
}
