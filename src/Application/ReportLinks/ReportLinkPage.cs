using PartnershipTracker.Application.Commitments;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>All that the page of a link says. Where the link may not show a commitment, it has none.</summary>
public sealed record ReportLinkPage
{
    public LinkLeadsTo LeadsTo { get; init; }

    /// <summary>In which the page speaks; null where nobody has said.</summary>
    public string? Language { get; init; }

    /// <summary>The holder's organization.</summary>
    public string Organization { get; init; } = "";

    public CommitmentDetails? Commitment { get; init; }

    /// <summary>Who holds it, or was named.</summary>
    public string? Name { get; init; }

    /// <summary>Today, where the organization is that answers for the commitment.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The last day on which the link works.</summary>
    public DateOnly ExpiresOn { get; init; }

    /// <summary>What was reported last and not returned.</summary>
    public LastValue? Last { get; init; }

    /// <summary>Only the organization that answers for the commitment may ask for another date.</summary>
    public bool CanAskForDate { get; init; }

    /// <summary>A request for a new date that waits.</summary>
    public ChangeRequestDetails? AskedFor { get; init; }

    /// <summary>A colleague who was named and has not said yes, or has taken over; who named the reader, where they are asked to take over.</summary>
    public string? Colleague { get; init; }

    /// <summary>When it was spent or revoked.</summary>
    public DateTimeOffset? SpentAt { get; init; }

    /// <summary>What came through it.</summary>
    public ProgressReportDetails? Report { get; init; }

    /// <summary>Whether a fresh link can be asked for.</summary>
    public bool CanRenew { get; init; }
}

/// <param name="AsOf">The day the value is of.</param>
public sealed record LastValue(decimal Value, DateOnly AsOf);
