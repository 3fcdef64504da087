using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Initiatives;

/// <summary>All refusals about initiatives; the sentences are text resources of the same name.</summary>
public static class InitiativeErrors
{
    /// <summary>Only whoever proposed it may do this.</summary>
    public static DomainException NotProposer() => DomainException.Forbidden("initiative.notProposer");

    /// <summary>Only whoever supports may withdraw the support.</summary>
    public static DomainException NotSupporter() => DomainException.Forbidden("initiative.notSupporter");

    /// <summary>Only whoever raised a concern may say that it is resolved.</summary>
    public static DomainException NotConcerned() => DomainException.Forbidden("initiative.notConcerned");

    /// <summary>Only the secretariat, or an organization that proposed or supports it, may make a commitment of it.</summary>
    public static DomainException NotInvolved() => DomainException.Forbidden("initiative.notInvolved");

    /// <summary>It is not open for a decision any more.</summary>
    public static DomainException Decided(InitiativeStatus status) => DomainException.Refused("initiative.decided", null, status);

    /// <summary>Declined and withdrawn initiatives are not discussed any more.</summary>
    public static DomainException Over(InitiativeStatus status) => DomainException.Refused("initiative.over", null, status);

    public static DomainException OwnSupport() => DomainException.Refused("initiative.ownSupport");

    public static DomainException AlreadySupported() => DomainException.Conflict("initiative.alreadySupported");

    public static DomainException SupportWithdrawn() => DomainException.Refused("initiative.supportWithdrawn");

    public static DomainException ConcernResolved() => DomainException.Refused("initiative.concernResolved");

    public static DomainException NotAccepted(InitiativeStatus status) => DomainException.Refused("initiative.notAccepted", null, status);

    public static DomainException HasPartnership() => DomainException.Conflict("initiative.hasPartnership");

    public static DomainException HasCommitment() => DomainException.Conflict("initiative.hasCommitment");

    /// <summary>The initiative of an individual needs an organization that carries it.</summary>
    public static DomainException HostMissing() => DomainException.Refused("initiative.hostMissing", "organizationId");
}
