using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.ReportLinks;

/// <summary>Holds the contact's id, never the name or address.</summary>
public sealed record ReportLinkSent(CommitmentId CommitmentId, ReportLinkId ReportLinkId, ContactId ContactId, DateTimeOffset ExpiresAt)
    : IDomainEvent;

public sealed record ReportLinkUsed(CommitmentId CommitmentId, ReportLinkId ReportLinkId, ProgressReportId ReportId) : IDomainEvent;

/// <param name="To">The colleague's own link.</param>
public sealed record ReportLinkPassedOn(CommitmentId CommitmentId, ReportLinkId ReportLinkId, ReportLinkId To) : IDomainEvent;

/// <param name="ContactId">The colleague, who is a contact from now on.</param>
public sealed record ReportLinkTakenOver(CommitmentId CommitmentId, ReportLinkId ReportLinkId, ContactId ContactId) : IDomainEvent;

/// <param name="To">The colleague's own link.</param>
public sealed record ReportLinkHandedOver(CommitmentId CommitmentId, ReportLinkId ReportLinkId, ReportLinkId To) : IDomainEvent;

public sealed record ReportLinkRevoked(CommitmentId CommitmentId, ReportLinkId ReportLinkId) : IDomainEvent;
