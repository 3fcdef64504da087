using AutoMapper;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>A reviewer's own assessment, separate from what the organization reports.</summary>
public sealed record AssessmentDetails
{
    public Guid Id { get; init; }

    /// <summary>Levels of the OGP Independent Reporting Mechanism.</summary>
    public CompletionLevel Level { get; init; }

    public string Narrative { get; init; } = "";

    public DateOnly AsOf { get; init; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTimeOffset At { get; init; }
}

internal sealed class AssessmentMaps : Profile
{
    public AssessmentMaps()
    {
        CreateMap<Assessment, AssessmentDetails>();
        CreateMap<AssessmentId, Guid>().ConvertUsing(id => id.Value);
    }
}
