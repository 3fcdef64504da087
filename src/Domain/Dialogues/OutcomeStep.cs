using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Dialogues;

public readonly record struct OutcomeStepId(Guid Value)
{
    public static OutcomeStepId New() => new(Guid.CreateVersion7());
}

/// <summary>A step of a pathway.</summary>
public sealed class OutcomeStep : TrackedEntity
{
    private OutcomeStep() { }

    internal OutcomeStep(OutcomeId outcome) => (Id, OutcomeId) = (OutcomeStepId.New(), outcome);

    public OutcomeStepId Id { get; private set; }

    public OutcomeId OutcomeId { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public int Position { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The proposed lead, where it is a registered organization.</summary>
    public OrganizationId? LeadId { get; private set; }

    /// <summary>The proposed lead in words.</summary>
    public string? Lead { get; private set; }

    internal void Set(int position, StepTerms terms)
    {
        Position = position;
        Title = terms.Title.Trim();
        LeadId = terms.LeadId;
        Lead = Blank.ToNull(terms.Lead);
    }
}
