using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Accountability;

/// <summary>Filters a list of flags; a field that is null does not filter.</summary>
/// <param name="Open">True for flags that are not cleared yet; false for cleared ones.</param>
public record FlagFilter(
    FlagKind? Kind = null,
    bool? Open = null,
    Guid? CommitmentId = null,
    Guid? OrganizationId = null,
    Guid? PartnershipId = null,
    Guid? InitiativeId = null,
    Guid? OutcomeId = null
);

internal sealed class FlagFilterValidator<T> : AbstractValidator<T>
    where T : FlagFilter
{
    public FlagFilterValidator() => RuleFor(q => q.Kind).IsKnownValue();
}

internal static class FlagFilters
{
    /// <summary>The flags of commitments, initiatives and outcomes of dialogues that the caller may see.</summary>
    public static IQueryable<Flag> VisibleTo(this IQueryable<Flag> rows, ITrackerDb db, ICurrentUser user)
    {
        if (user.SeesEverything())
            return rows;
        var visible = db.Commitments.VisibleTo(db, user).Select(c => c.Id);
        var readsInitiatives = user.ReadsInitiatives();
        var outcomes = db.Dialogues.VisibleTo(db, user).Join(db.Outcomes, d => d.Id, o => o.DialogueId, (_, o) => o.Id);
        return rows.Where(f =>
            (f.CommitmentId != null && visible.Contains(f.CommitmentId.Value))
            || (f.InitiativeId != null && readsInitiatives)
            || (f.OutcomeId != null && outcomes.Contains(f.OutcomeId.Value))
        );
    }

    public static IQueryable<Flag> Matching(this IQueryable<Flag> rows, FlagFilter filter)
    {
        if (filter.Kind is { } kind)
            rows = rows.Where(f => f.Kind == kind);
        if (filter.Open is true)
            rows = rows.Where(f => f.ClearedAt == null);
        if (filter.Open is false)
            rows = rows.Where(f => f.ClearedAt != null);
        if (filter.CommitmentId is { } commitment)
            rows = rows.Where(f => f.CommitmentId == new CommitmentId(commitment));
        if (filter.OrganizationId is { } organization)
            rows = rows.Where(f => f.OrganizationId == new OrganizationId(organization));
        if (filter.PartnershipId is { } partnership)
            rows = rows.Where(f => f.PartnershipId == new PartnershipId(partnership));
        if (filter.InitiativeId is { } initiative)
            rows = rows.Where(f => f.InitiativeId == new InitiativeId(initiative));
        if (filter.OutcomeId is { } outcome)
            rows = rows.Where(f => f.OutcomeId == new OutcomeId(outcome));
        return rows;
    }
}
