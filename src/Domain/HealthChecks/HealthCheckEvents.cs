using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.HealthChecks;

public sealed record HealthCheckRoundOpened(
    HealthCheckRoundId RoundId,
    PartnershipId PartnershipId,
    string Period,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    int InstrumentVersion
) : IDomainEvent;

/// <summary>From a day on, a health check opens by itself every so many months.</summary>
public sealed record HealthChecksPlanned(PartnershipId PartnershipId, int Months, DateOnly From) : IDomainEvent;

/// <summary>No health check opens by itself any more.</summary>
public sealed record HealthCheckPlanEnded(PartnershipId PartnershipId) : IDomainEvent;

public sealed record HealthCheckRoundCancelled(HealthCheckRoundId RoundId, PartnershipId PartnershipId, string Period, string Reason)
    : IDomainEvent;

/// <summary>Somebody answered. Who it was, for whom, and what they said is not part of it.</summary>
public sealed record HealthCheckAnswered(HealthCheckRoundId RoundId, PartnershipId PartnershipId, string Period) : IDomainEvent;

public sealed record HealthCheckRoundClosed(
    HealthCheckRoundId RoundId,
    PartnershipId PartnershipId,
    string Period,
    int Answers,
    int Invited
) : IDomainEvent;
