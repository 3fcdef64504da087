namespace PartnershipTracker.Application.ReportLinks;

/// <summary>What a link leads to.</summary>
public enum LinkLeadsTo
{
    /// <summary>The form.</summary>
    Form,

    /// <summary>The question whether one takes over from a colleague.</summary>
    Confirmation,

    /// <summary>What was reported through it.</summary>
    Receipt,

    HandedOver,

    Revoked,

    Expired,

    /// <summary>Its holder is no contact of the organization any more.</summary>
    NoContact,

    /// <summary>The organization neither answers for the commitment nor supports it any more.</summary>
    NotYours,

    /// <summary>The commitment is closed, or not active yet.</summary>
    NotActive,
}
