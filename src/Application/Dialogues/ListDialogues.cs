using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Lists dialogues, the one that begins last first.</summary>
/// <param name="Q">Part of the title; case and accents are ignored.</param>
/// <param name="OrganizationId">Only those that this organization organizes.</param>
/// <param name="Pillar">The code of a pillar that their partnership names.</param>
/// <param name="Theme">The code of a theme that their partnership names.</param>
/// <param name="Voices">By what communities say about their outcomes.</param>
/// <param name="NotTakenUp">Whether an outcome, or a step of one, was not taken up by the day that the organizers set.</param>
[Needs(Right.Read)]
public sealed record ListDialogues(
    string? Q = null,
    DialogueStatus? Status = null,
    Guid? PartnershipId = null,
    Guid? OrganizationId = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null,
    string? Pillar = null,
    string? Theme = null,
    VoiceFilter? Voices = null,
    bool? NotTakenUp = null
) : IRequest<Page<DialogueDetails>>, ISupportsUpdatedSince
{
    public bool TotalOnEveryPage { get; init; }
}

internal sealed class ListDialoguesValidator : AbstractValidator<ListDialogues>
{
    public ListDialoguesValidator(IVocabulary vocabulary)
    {
        this.Paged();
        RuleFor(q => q.Q).OptionalLine(Limits.Search);
        RuleFor(q => q.Status).IsKnownValue();
        RuleFor(q => q.Voices).IsKnownValue();
        RuleFor(q => q.Pillar).IsTerm(vocabulary, VocabularyKind.Pillar, orRetired: true);
        RuleFor(q => q.Theme).IsTerm(vocabulary, VocabularyKind.Theme, orRetired: true);
    }
}

internal sealed class ListDialoguesHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListDialogues, Page<DialogueDetails>>
{
    public Task<Page<DialogueDetails>> Handle(ListDialogues query, CancellationToken ct)
    {
        var rows = db.Dialogues.VisibleTo(db, user);
        if (Blank.ToNull(query.Q) is { } q)
            rows = rows.Where(d => d.TitleKey.Contains(TextKey.Of(q)));
        if (query.Status is { } status)
            rows = rows.Where(d => d.Status == status);
        if (query.PartnershipId is { } partnership)
        {
            var id = (PartnershipId?)new PartnershipId(partnership);
            rows = rows.Where(d => d.PartnershipId == id);
        }

        if (query.OrganizationId is { } organization)
        {
            var id = new OrganizationId(organization);
            rows = rows.Where(d => d.OrganizationId == id);
        }

        if (query.Pillar is { } pillar)
            rows = rows.WithTopic(db, VocabularyKind.Pillar, pillar);
        if (query.Theme is { } theme)
            rows = rows.WithTopic(db, VocabularyKind.Theme, theme);
        if (query.Voices is { } voices)
            rows = rows.Matching(voices, db);
        if (query.NotTakenUp is { } notTakenUp)
            rows = notTakenUp ? rows.WhereNotTakenUp(db) : rows.WhereNoneNotTakenUp(db);
        return rows.ToPageAsync(query, d => d.StartsAt, descending: true, page => page.AsDetails(db, user), ct);
    }
}
