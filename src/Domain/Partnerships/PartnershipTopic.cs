using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Domain.Partnerships;

/// <summary>A pillar or theme of the partnership; a row, so that it can be searched and counted.</summary>
public sealed class PartnershipTopic : Entity
{
    internal PartnershipTopic(PartnershipId partnershipId, VocabularyKind kind, string code)
    {
        PartnershipId = partnershipId;
        Kind = kind;
        Code = code;
    }

    public PartnershipId PartnershipId { get; private set; }

    public VocabularyKind Kind { get; private set; }

    public string Code { get; private set; }
}
