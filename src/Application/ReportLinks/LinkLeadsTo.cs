namespace PartnershipTracker.Application.ReportLinks;

/// <summary>What a report link shows when it is opened.</summary>
public enum LinkLeadsTo
{
    /// <summary>The form for the progress report.</summary>
    Form,

    /// <summary>The question whether the reader takes over from a colleague.</summary>
    Confirmation,

    /// <summary>The progress report that was made with the link.</summary>
    Receipt,

    HandedOver,

    Revoked,

    Expired,

    /// <summary>The holder is not a contact of the organization any more.</summary>
    NoContact,

    /// <summary>The organization is neither accountable for the commitment nor supports it any more.</summary>
    NotYours,

    /// <summary>The commitment is closed or not active yet.</summary>
    NotActive,
}
