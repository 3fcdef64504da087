using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.ReportLinks;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Common;

/// <summary>The database. Saving writes the raised events to the history in the same transaction.</summary>
public interface ITrackerDb
{
    DbSet<Organization> Organizations { get; }

    DbSet<Contact> Contacts { get; }

    DbSet<ApiKey> ApiKeys { get; }

    DbSet<User> Users { get; }

    DbSet<Partnership> Partnerships { get; }

    DbSet<Member> Members { get; }

    DbSet<Commitment> Commitments { get; }

    DbSet<CommitmentVersion> CommitmentVersions { get; }

    DbSet<Milestone> Milestones { get; }

    DbSet<CommitmentTarget> CommitmentTargets { get; }

    DbSet<CommitmentCountry> CommitmentCountries { get; }

    DbSet<ProgressReport> ProgressReports { get; }

    DbSet<Evidence> Evidence { get; }

    DbSet<ReportingPeriod> ReportingPeriods { get; }

    DbSet<ChangeRequest> ChangeRequests { get; }

    DbSet<Assessment> Assessments { get; }

    DbSet<Supporter> Supporters { get; }

    DbSet<Payment> Payments { get; }

    DbSet<Flag> Flags { get; }

    DbSet<ReportLink> ReportLinks { get; }

    DbSet<HistoryEntry> History { get; }

    DbSet<ReportSchedule> ReportSchedules { get; }

    DbSet<AccountabilityReport> AccountabilityReports { get; }

    DbSet<OutgoingMail> Mails { get; }

    DbSet<ImportRun> Imports { get; }

    DbSet<ImportItem> ImportItems { get; }

    ChangeTracker ChangeTracker { get; }

    DatabaseFacade Database { get; }

    Task<int> SaveChangesAsync(CancellationToken ct);
}
