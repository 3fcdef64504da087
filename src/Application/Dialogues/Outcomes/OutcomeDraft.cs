using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>An outcome as the plenary writes it.</summary>
public record OutcomeDraft
{
    public required OutcomeKind Kind { get; init; }

    public required string Title { get; init; }

    public string? Text { get; init; }

    /// <summary>The evidence behind it, in words.</summary>
    public string? Evidence { get; init; }

    /// <summary>The address of the evidence.</summary>
    public string? EvidenceUrl { get; init; }

    /// <summary>The steps of a pathway, in their order.</summary>
    public IReadOnlyList<StepDraft>? Steps { get; init; }

    /// <summary>The notes that it comes from.</summary>
    public IReadOnlyList<Guid>? NoteIds { get; init; }

    internal OutcomeTerms ToTerms() =>
        new(
            Kind,
            Title,
            Text,
            Evidence,
            EvidenceUrl,
            [
                .. (Steps ?? []).Select(s => new StepTerms(
                    s.Title,
                    s.LeadId is { } lead ? new OrganizationId(lead) : null,
                    s.Lead,
                    s.Id is { } id ? new OutcomeStepId(id) : null
                )),
            ],
            [.. (NoteIds ?? []).Select(id => new NoteId(id))]
        );
}

/// <param name="LeadId">The proposed lead, where it is a registered organization.</param>
/// <param name="Lead">The proposed lead in words.</param>
/// <param name="Id">Of a step that exists already.</param>
public sealed record StepDraft(string Title, Guid? LeadId = null, string? Lead = null, Guid? Id = null);

internal sealed class OutcomeDraftValidator : AbstractValidator<OutcomeDraft>
{
    public OutcomeDraftValidator()
    {
        RuleFor(o => o.Kind).IsKnownValue();
        RuleFor(o => o.Title).RequiredLine(Limits.Title);
        RuleFor(o => o.Text).Optional(Limits.Note);
        RuleFor(o => o.Evidence).Optional(Limits.Note);
        RuleFor(o => o.EvidenceUrl).HttpUrl(Limits.Url);
        RuleFor(o => o.Steps).AtMost(Outcome.MaxSteps);
        RuleForEach(o => o.Steps)
            .ChildRules(step =>
            {
                step.RuleFor(s => s.Title).RequiredLine(Limits.Title);
                step.RuleFor(s => s.Lead).OptionalLine(Limits.Title);
            });
        RuleFor(o => o.NoteIds).AtMost(Outcome.MaxNotes);
    }
}
