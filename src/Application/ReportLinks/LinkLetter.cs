using PartnershipTracker.Application.Commitments;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>What we write to people who report by link.</summary>
/// <param name="Token">Opens the link that the mail brings; null where it brings none.</param>
public abstract record LinkLetter(CommitmentDetails Commitment, string? Token);

/// <param name="ExpiresOn">The last day on which the link works, where the organization is.</param>
/// <param name="Reason">Why it is asked for, in the words of who asks.</param>
public sealed record PleaseReport(CommitmentDetails Commitment, string Token, string Name, DateOnly ExpiresOn, string? Reason) : LinkLetter(Commitment, Token);

/// <summary>To somebody whom a contact has named. It has no word of the contact's, so that nobody can write to strangers through us.</summary>
public sealed record PleaseTakeOver(CommitmentDetails Commitment, string Token, string NamedBy, string Organization, DateOnly ExpiresOn) : LinkLetter(Commitment, Token);

public sealed record TakenOver(CommitmentDetails Commitment, string Name, string By) : LinkLetter(Commitment, null);

public sealed record ReportReceived(CommitmentDetails Commitment, string Name, ProgressReportDetails Report) : LinkLetter(Commitment, null);
