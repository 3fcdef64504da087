using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.History;

/// <summary>What narrows the history; what is null does not narrow it.</summary>
public record HistoryFilter
{
    public Guid? CommitmentId { get; init; }

    /// <summary>With what happened to its commitments.</summary>
    public Guid? PartnershipId { get; init; }

    /// <summary>With what happened to the commitments it answered for then.</summary>
    public Guid? OrganizationId { get; init; }

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
    public HistoryFilterValidator() => RuleFor(q => q.Event).Must(name => name is null || EventNames.All.Contains(name)).Format("form.unknownValue");
}
