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
