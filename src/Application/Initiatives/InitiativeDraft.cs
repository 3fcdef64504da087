using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>What is proposed; the body of the requests that propose and revise an initiative.</summary>
public sealed record InitiativeDraft
{
    public required string Title { get; init; }

    /// <summary>The code of a pillar, e.g. <c>advocacy</c>.</summary>
    public required string Pillar { get; init; }

    /// <summary>What is to be done.</summary>
    public required string Idea { get; init; }

    /// <summary>The need that it answers, and whose need it is.</summary>
    public required string Need { get; init; }

    /// <summary>Codes of themes, e.g. <c>healthSystemsStrengthening</c>.</summary>
    public IReadOnlyList<string>? Themes { get; init; }

    /// <summary>What the proposer brings.</summary>
    public string? Offer { get; init; }

    /// <summary>What others are asked for.</summary>
    public string? Ask { get; init; }

    /// <summary>The organization that would carry it; none for the proposal of an individual.</summary>
    public Guid? OrganizationId { get; init; }

    public InitiativeTerms ToTerms() =>
        new(
            Title,
            Pillar.Trim(),
            [.. (Themes ?? []).Select(theme => theme.Trim()).Distinct()],
            Idea,
            Need,
            Offer,
            Ask,
            OrganizationId is { } id ? new OrganizationId(id) : null
        );
}

internal sealed class InitiativeDraftValidator : AbstractValidator<InitiativeDraft>
{
    public InitiativeDraftValidator(IVocabulary vocabulary)
    {
        RuleFor(i => i.Title).RequiredLine(Limits.Title);
        RuleFor(i => i.Pillar)
            .RequiredLine(Limits.VocabularyCode)
            .DependentRules(() =>
                RuleFor(i => (string?)i.Pillar)
                    .IsTerm(vocabulary, VocabularyKind.Pillar, orRetired: true)
                    .OverridePropertyName(nameof(InitiativeDraft.Pillar))
            );
        RuleFor(i => i.Themes).AtMost(VocabularyTerm.MaxPerKind);
        RuleForEach(i => i.Themes).IsTerm(vocabulary, VocabularyKind.Theme, orRetired: true);
        RuleFor(i => i.Idea).Required(Limits.Note);
        RuleFor(i => i.Need).Required(Limits.Text);
        RuleFor(i => i.Offer).Optional(Limits.Text);
        RuleFor(i => i.Ask).Optional(Limits.Text);
    }
}
