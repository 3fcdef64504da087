using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Idempotency;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Calendars;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.History;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Notices;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.ReportLinks;
using PartnershipTracker.Domain.Reports;
using PartnershipTracker.Domain.Voices;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Common;

/// <summary>The database. Saving writes the raised events to the history in the same transaction.</summary>
public interface ITrackerDb
{
    DbSet<Organization> Organizations { get; }

    DbSet<Contact> Contacts { get; }

    DbSet<ApiKey> ApiKeys { get; }

    DbSet<User> Users { get; }

    DbSet<IdempotencyRecord> IdempotencyRecords { get; }

    DbSet<CalendarFeed> Calendars { get; }

    DbSet<SignInRequest> SignInRequests { get; }

    DbSet<Session> Sessions { get; }

    DbSet<SecurityEvent> SecurityEvents { get; }

    DbSet<Partnership> Partnerships { get; }

    DbSet<PartnershipTopic> PartnershipTopics { get; }

    DbSet<Member> Members { get; }

    DbSet<VocabularyTerm> VocabularyTerms { get; }

    DbSet<Commitment> Commitments { get; }

    DbSet<CommitmentVersion> CommitmentVersions { get; }

    DbSet<Milestone> Milestones { get; }

    DbSet<CommitmentTarget> CommitmentTargets { get; }

    DbSet<CommitmentCountry> CommitmentCountries { get; }

    DbSet<CommitmentTheme> CommitmentThemes { get; }

    DbSet<ProgressReport> ProgressReports { get; }

    DbSet<Evidence> Evidence { get; }

    DbSet<ReportingPeriod> ReportingPeriods { get; }

    DbSet<ChangeRequest> ChangeRequests { get; }

    DbSet<Assessment> Assessments { get; }

    DbSet<Supporter> Supporters { get; }

    DbSet<Payment> Payments { get; }

    DbSet<Flag> Flags { get; }

    DbSet<Initiative> Initiatives { get; }

    DbSet<InitiativeSupport> InitiativeSupports { get; }

    DbSet<InitiativeComment> InitiativeComments { get; }

    DbSet<InitiativeConcern> InitiativeConcerns { get; }

    DbSet<EarlierConcernAnswer> EarlierConcernAnswers { get; }

    DbSet<ReportLink> ReportLinks { get; }

    DbSet<Voice> Voices { get; }

    DbSet<VoiceIdentity> VoiceIdentities { get; }

    DbSet<VoiceSalt> VoiceSalts { get; }

    DbSet<VoiceInvitation> VoiceInvitations { get; }

    DbSet<HealthCheckRound> HealthCheckRounds { get; }

    DbSet<HealthCheckInvitation> HealthCheckInvitations { get; }

    DbSet<HealthTally> HealthTallies { get; }

    DbSet<CommunityEngagement> Engagements { get; }

    DbSet<ResultMeasure> ResultMeasures { get; }

    DbSet<HistoryEntry> History { get; }

    DbSet<AuditVerification> AuditVerifications { get; }

    DbSet<ReportSchedule> ReportSchedules { get; }

    DbSet<AccountabilityReport> AccountabilityReports { get; }

    DbSet<OutgoingMail> Mails { get; }

    DbSet<Notice> Notices { get; }

    DbSet<DeferredWork> DeferredWork { get; }

    DbSet<Webhook> Webhooks { get; }

    DbSet<WebhookDelivery> WebhookDeliveries { get; }

    DbSet<ImportRun> Imports { get; }

    DbSet<ImportItem> ImportItems { get; }

    DbSet<SavedImportProfile> ImportProfiles { get; }

    DbSet<Dialogue> Dialogues { get; }

    DbSet<Segment> DialogueSegments { get; }

    DbSet<Room> DialogueRooms { get; }

    DbSet<Assignment> DialogueAssignments { get; }

    DbSet<Participant> DialogueParticipants { get; }

    DbSet<Note> DialogueNotes { get; }

    DbSet<NoteDraft> DialogueNoteDrafts { get; }

    DbSet<ParkedQuestion> DialogueQuestions { get; }

    DbSet<Outcome> Outcomes { get; }

    DbSet<OutcomeStep> OutcomeSteps { get; }

    DbSet<OutcomeSource> OutcomeSources { get; }

    DbSet<Agreement> OutcomeAgreements { get; }

    /// <summary>Transactions and SQL, for work in batches.</summary>
    IDatabaseSession Session { get; }

    Task<int> SaveChangesAsync(CancellationToken ct);
}
