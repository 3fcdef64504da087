using PartnershipTracker.Application.Commitments;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>A mail to a person who reports by link.</summary>
/// <param name="Token">The token of the link in the mail; null if the mail has no link.</param>
public abstract record LinkLetter(CommitmentDetails Commitment, string? Token);

/// <param name="ExpiresOn">The last day on which the link works, in the time zone of the organization.</param>
/// <param name="Reason">Why a report is requested, in the words of the sender.</param>
public sealed record ReportRequestLetter(CommitmentDetails Commitment, string Token, string Name, DateOnly ExpiresOn, string? Reason)
    : LinkLetter(Commitment, Token);

/// <summary>
/// To a colleague whom a contact has named. It contains no text written by the contact, so that the product cannot be used to send messages
/// to strangers.
/// </summary>
public sealed record TakeOverRequestLetter(
    CommitmentDetails Commitment,
    string Token,
    string NamedBy,
    string Organization,
    DateOnly ExpiresOn
) : LinkLetter(Commitment, Token);

public sealed record TakenOver(CommitmentDetails Commitment, string Name, string By) : LinkLetter(Commitment, null);

public sealed record ReportReceived(CommitmentDetails Commitment, string Name, ProgressReportDetails Report) : LinkLetter(Commitment, null);
