using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Engagement;

/// <summary>Who takes part, in which phase and at which level. Either an organization or a community in words is named.</summary>
/// <param name="OrganizationId">A registered organization.</param>
/// <param name="Community">A community in words, e.g. "Mothers' groups of Rajshahi".</param>
/// <param name="Level">A level of the IAP2 Spectrum of Public Participation.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null while it goes on, or where it is unknown.</param>
public sealed record EngagementDraft(
    EngagementPhase Phase,
    EngagementLevel Level,
    DateOnly From,
    Guid? OrganizationId = null,
    string? Community = null,
    string? Note = null,
    DateOnly? Until = null
)
{
    public EngagementTerms ToTerms() =>
        new(OrganizationId is { } id ? new OrganizationId(id) : null, Community, Phase, Level, Note, From, Until);
}

internal sealed class EngagementDraftValidator : AbstractValidator<EngagementDraft>
{
    public EngagementDraftValidator()
    {
        RuleFor(e => e.Phase).IsKnownValue();
        RuleFor(e => e.Level).IsKnownValue();
        RuleFor(e => e.Community).OptionalLine(Limits.Title);
        RuleFor(e => e.Note).Optional(Limits.Note);
        RuleFor(e => e.From).RequiredDay();
        RuleFor(e => e.Until).OptionalDay();
    }
}
