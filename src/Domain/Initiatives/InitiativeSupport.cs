using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Initiatives;

public readonly record struct InitiativeSupportId(Guid Value)
{
    public static InitiativeSupportId New() => new(Guid.CreateVersion7());
}

/// <summary>The support of an organization, or of an individual, with what they bring.</summary>
public sealed class InitiativeSupport : TrackedEntity
{
    private InitiativeSupport() { }

    internal InitiativeSupport(
        InitiativeId initiativeId,
        string brings,
        Filer by,
        OrganizationId? organizationId,
        bool isEarlyCareer,
        DateTimeOffset now
    )
    {
        Id = InitiativeSupportId.New();
        InitiativeId = initiativeId;
        Brings = brings.Trim();
        By = by;
        OrganizationId = organizationId;
        IsByEarlyCareer = isEarlyCareer;
        SupporterKey = KeyOf(by, organizationId);
        SupportedAt = now;
    }

    public InitiativeSupportId Id { get; private set; }

    public InitiativeId InitiativeId { get; private set; }

    public string Brings { get; private set; } = "";

    public Filer By { get; private set; } = Filer.None;

    public OrganizationId? OrganizationId { get; private set; }

    public bool IsByEarlyCareer { get; private set; }

    /// <summary>Whose support it is; an initiative has one of each at a time.</summary>
    public Guid SupporterKey { get; private set; }

    public DateTimeOffset SupportedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <returns>The organization; without one the person, or the key.</returns>
    public static Guid KeyOf(Filer by, OrganizationId? organizationId) =>
        organizationId?.Value ?? by.Person?.Value ?? by.Key?.Value ?? Guid.Empty;

    internal void Withdraw(DateTimeOffset now) => WithdrawnAt = now;
}
