using PartnershipTracker.Application.Commitments;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>The content of the page that a report link opens. The commitment is null if the link may not show it.</summary>
public sealed record ReportLinkPage
{
    public LinkLeadsTo LeadsTo { get; init; }

    /// <summary>The language of the page; null if the contact's language is unknown.</summary>
    public string? Language { get; init; }

    /// <summary>The holder's organization.</summary>
    public string Organization { get; init; } = "";

    public CommitmentDetails? Commitment { get; init; }

    /// <summary>The name of the link's holder, or of the colleague who was named.</summary>
    public string? Name { get; init; }

    /// <summary>The current date in the time zone of the accountable organization.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The last day on which the link works.</summary>
    public DateOnly ExpiresOn { get; init; }

    /// <summary>Whether a later date can be requested; only the accountable organization may do so.</summary>
    public bool CanAskForDate { get; init; }

    /// <summary>The change request for a later date that is not decided yet.</summary>
    public ChangeRequestDetails? AskedFor { get; init; }

    /// <summary>
    /// The colleague who was named or has taken over; for a colleague who is asked to take over, the person who named them.
    /// </summary>
    public string? Colleague { get; init; }

    /// <summary>When the link was used or revoked.</summary>
    public DateTimeOffset? SpentAt { get; init; }

    /// <summary>The progress report made with the link.</summary>
    public ProgressReportDetails? Report { get; init; }

    /// <summary>Whether a new link can be requested.</summary>
    public bool CanRenew { get; init; }
}
