using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>Lists the initiatives, the newest first.</summary>
/// <param name="Q">Part of the title; case and accents are ignored.</param>
/// <param name="Pillar">The code of a pillar.</param>
/// <param name="Theme">The code of a theme.</param>
/// <param name="Overdue">Only those that the board has not answered by the date; the others if false.</param>
/// <param name="Mine">Only those that the caller proposed; those of others if false.</param>
/// <param name="OrganizationId">Only those that this organization would carry.</param>
/// <param name="AnsweredInTime">Only those that the board answered by the date; those that it answered later if false.</param>
/// <param name="TakenUp">Only those that became a partnership, or of which a commitment was submitted; the others if false.</param>
/// <param name="EarlyCareer">Only those of members at the beginning of their career; the others if false.</param>
[Needs(Right.Read)]
public sealed record ListInitiatives(
    string? Q = null,
    string? Pillar = null,
    string? Theme = null,
    InitiativeStatus? Status = null,
    bool? Overdue = null,
    bool? Mine = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null,
    Guid? OrganizationId = null,
    bool? AnsweredInTime = null,
    bool? TakenUp = null,
    bool? EarlyCareer = null
) : IRequest<Page<InitiativeDetails>>, ISupportsUpdatedSince
{
    public bool TotalOnEveryPage { get; init; }
}

internal sealed class ListInitiativesValidator : AbstractValidator<ListInitiatives>
{
    public ListInitiativesValidator()
    {
        this.Paged();
        RuleFor(q => q.Q).OptionalLine(Limits.Search);
        RuleFor(q => q.Pillar).OptionalLine(Limits.VocabularyCode);
        RuleFor(q => q.Theme).OptionalLine(Limits.VocabularyCode);
        RuleFor(q => q.Status).IsKnownValue();
    }
}

internal sealed class ListInitiativesHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ListInitiatives, Page<InitiativeDetails>>
{
    public async Task<Page<InitiativeDetails>> Handle(ListInitiatives query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var rows = db.Initiatives.VisibleTo(user);
        if (Blank.ToNull(query.Q) is { } q)
            rows = rows.Where(i => i.TitleKey.Contains(TextKey.Of(q)));
        if (Blank.ToNull(query.Pillar) is { } pillar)
            rows = rows.WithTopic(VocabularyKind.Pillar, pillar);
        if (Blank.ToNull(query.Theme) is { } theme)
            rows = rows.WithTopic(VocabularyKind.Theme, theme);
        if (query.Status is { } status)
            rows = rows.Where(i => i.Status == status);
        if (query.Overdue is true)
            rows = rows.WhereOverdue(now);
        if (query.Overdue is false)
            rows = rows.Where(i => i.Status != InitiativeStatus.Proposed || i.DecisionDueAt > now);
        if (query.Mine is { } mine)
            rows = mine ? rows.WhereFiledBy(i => i.ProposedBy, user.AsFiler()) : rows.WhereNotFiledBy(i => i.ProposedBy, user.AsFiler());
        if (query.OrganizationId is { } organization)
        {
            var id = (OrganizationId?)new OrganizationId(organization);
            rows = rows.Where(i => i.OrganizationId == id);
        }

        if (query.AnsweredInTime is { } inTime)
            rows = rows.WhereAnswered(inTime);
        if (query.TakenUp is true)
            rows = rows.WhereTakenUp(db);
        if (query.TakenUp is false)
        {
            var takenUp = db.Initiatives.WhereTakenUp(db).Select(i => i.Id);
            rows = rows.Where(i => !takenUp.Contains(i.Id));
        }

        if (query.EarlyCareer is { } earlyCareer)
            rows = rows.Where(i => i.IsByEarlyCareer == earlyCareer);
        var page = await rows.ToPageAsync(query, i => i.Seq, descending: true, some => some.AsDetails(db, user, now), ct);
        return page with { Items = [.. page.Items.Select(i => i.At(now))] };
    }
}
