using FluentValidation;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.History;

/// <summary>Filters the history; a field that is null does not filter.</summary>
public record HistoryFilter
{
    public Guid? CommitmentId { get; init; }

    /// <summary>Includes the entries of its commitments.</summary>
    public Guid? PartnershipId { get; init; }

    /// <summary>Includes the entries of the commitments that it was accountable for at the time.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>The entries of an initiative of a member.</summary>
    public Guid? InitiativeId { get; init; }

    /// <summary>The entries of a dialogue.</summary>
    public Guid? DialogueId { get; init; }

    /// <summary>The person, API key or contact who did it.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>In camelCase, e.g. <c>commitmentAccepted</c>.</summary>
    public string? Event { get; init; }

    /// <summary>The first day, UTC.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, UTC.</summary>
    public DateOnly? To { get; init; }
}

internal sealed class HistoryFilterValidator<T> : AbstractValidator<T>
    where T : HistoryFilter
{
    public HistoryFilterValidator()
    {
        RuleFor(q => q.Event).Must(name => name is null || EventNames.All.Contains(name)).WithText("form.unknownValue");
        RuleFor(q => q.From).OptionalDay();
        RuleFor(q => q.To).OptionalDay();
    }
}
