using PartnershipTracker.Domain.HealthChecks;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>The content of the page that the link of a health check opens.</summary>
/// <param name="Language">The language of the page; null if the respondent's language is unknown.</param>
/// <param name="Organization">The respondent's organization.</param>
public sealed record HealthCheckLinkPage(
    HealthCheckLinkState State,
    string? Language,
    string Partnership,
    string Organization,
    HealthCheckRoundDetails Round
);

/// <summary>What the link of a health check leads to.</summary>
public enum HealthCheckLinkState
{
    /// <summary>It can be answered.</summary>
    Form,

    /// <summary>It was answered with this link.</summary>
    Receipt,

    /// <summary>The round has ended.</summary>
    Closed,

    /// <summary>The round was cancelled.</summary>
    Cancelled,

    /// <summary>The respondent is no contact of a member any more.</summary>
    NotYours,
}
