using System.Collections.Frozen;
using System.Data;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
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
using PartnershipTracker.Infrastructure.History;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>
/// The database context. There is one derived context for each database, because EF binds migrations to the type of the context.
/// </summary>
public abstract class TrackerDb(DbContextOptions options, ICurrentUser user, TimeProvider time) : DbContext(options), ITrackerDb
{
    private static readonly FrozenSet<string> VersionProperties = typeof(CommitmentVersion)
        .GetProperties()
        .Select(p => p.Name)
        .Except([nameof(Entity.Seq)])
        .ToFrozenSet();

    private HeldTransaction? _held;

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<User> Users => Set<User>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<CalendarFeed> Calendars => Set<CalendarFeed>();

    public DbSet<SignInRequest> SignInRequests => Set<SignInRequest>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SecurityEvent> SecurityEvents => Set<SecurityEvent>();

    public DbSet<Partnership> Partnerships => Set<Partnership>();

    public DbSet<PartnershipTopic> PartnershipTopics => Set<PartnershipTopic>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<VocabularyTerm> VocabularyTerms => Set<VocabularyTerm>();

    public DbSet<Commitment> Commitments => Set<Commitment>();

    public DbSet<CommitmentVersion> CommitmentVersions => Set<CommitmentVersion>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<CommitmentTarget> CommitmentTargets => Set<CommitmentTarget>();

    public DbSet<CommitmentCountry> CommitmentCountries => Set<CommitmentCountry>();

    public DbSet<CommitmentTheme> CommitmentThemes => Set<CommitmentTheme>();

    public DbSet<ProgressReport> ProgressReports => Set<ProgressReport>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<ReportingPeriod> ReportingPeriods => Set<ReportingPeriod>();

    public DbSet<ChangeRequest> ChangeRequests => Set<ChangeRequest>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<Supporter> Supporters => Set<Supporter>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Flag> Flags => Set<Flag>();

    public DbSet<Initiative> Initiatives => Set<Initiative>();

    public DbSet<InitiativeSupport> InitiativeSupports => Set<InitiativeSupport>();

    public DbSet<InitiativeComment> InitiativeComments => Set<InitiativeComment>();

    public DbSet<InitiativeConcern> InitiativeConcerns => Set<InitiativeConcern>();

    public DbSet<EarlierConcernAnswer> EarlierConcernAnswers => Set<EarlierConcernAnswer>();

    public DbSet<ReportLink> ReportLinks => Set<ReportLink>();

    public DbSet<Voice> Voices => Set<Voice>();

    public DbSet<VoiceIdentity> VoiceIdentities => Set<VoiceIdentity>();

    public DbSet<VoiceSalt> VoiceSalts => Set<VoiceSalt>();

    public DbSet<VoiceInvitation> VoiceInvitations => Set<VoiceInvitation>();

    public DbSet<HealthCheckRound> HealthCheckRounds => Set<HealthCheckRound>();

    public DbSet<HealthCheckInvitation> HealthCheckInvitations => Set<HealthCheckInvitation>();

    public DbSet<HealthTally> HealthTallies => Set<HealthTally>();

    public DbSet<CommunityEngagement> Engagements => Set<CommunityEngagement>();

    public DbSet<ResultMeasure> ResultMeasures => Set<ResultMeasure>();

    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    public DbSet<AuditVerification> AuditVerifications => Set<AuditVerification>();

    public DbSet<ReportSchedule> ReportSchedules => Set<ReportSchedule>();

    public DbSet<AccountabilityReport> AccountabilityReports => Set<AccountabilityReport>();

    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<DeferredWork> DeferredWork => Set<DeferredWork>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<ImportRun> Imports => Set<ImportRun>();

    public DbSet<ImportItem> ImportItems => Set<ImportItem>();

    public DbSet<SavedImportProfile> ImportProfiles => Set<SavedImportProfile>();

    public DbSet<Dialogue> Dialogues => Set<Dialogue>();

    public DbSet<Segment> DialogueSegments => Set<Segment>();

    public DbSet<Room> DialogueRooms => Set<Room>();

    public DbSet<Assignment> DialogueAssignments => Set<Assignment>();

    public DbSet<Participant> DialogueParticipants => Set<Participant>();

    public DbSet<Note> DialogueNotes => Set<Note>();

    public DbSet<NoteDraft> DialogueNoteDrafts => Set<NoteDraft>();

    public DbSet<ParkedQuestion> DialogueQuestions => Set<ParkedQuestion>();

    public DbSet<Outcome> Outcomes => Set<Outcome>();

    public DbSet<OutcomeStep> OutcomeSteps => Set<OutcomeStep>();

    public DbSet<OutcomeSource> OutcomeSources => Set<OutcomeSource>();

    public DbSet<Agreement> OutcomeAgreements => Set<Agreement>();

    internal DateTimeOffset Now => time.GetUtcNow();

    public IDatabaseSession Session => field ??= new DatabaseSession(this);

    /// <summary>
    /// From now on the first save begins a transaction, which the holder commits. A transaction that is already running is not changed.
    /// </summary>
    public HeldTransaction HoldTransaction() => _held = new HeldTransaction();

    internal async Task<IDbContextTransaction?> BeginAsync(IsolationLevel isolation, CancellationToken ct)
    {
        if (Database.CurrentTransaction is not null)
            return null;
        if (_held is not { IsOver: false } held)
            return await Database.BeginTransactionAsync(isolation, ct);

        // What is read for the answer is as of the save, even if others change what the answer also shows, such as a name.
        held.Keep(await Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct));
        return null;
    }

    /// <summary>
    /// Writes the raised events to the history, and the current terms of changed commitments to their versions, in the same save.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var now = Now;
        DeferredWork.AddRange(
            WorkOf(ChangeTracker.Entries<ICausesWork>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity), now)
        );
        foreach (
            var entry in ChangeTracker.Entries<TrackedEntity>().Where(entry => entry.State is EntityState.Added or EntityState.Modified)
        )
            entry.Entity.Saved(now);
        var changed = ChangeTracker
            .Entries<AggregateRoot>()
            .Select(entry => entry.Entity)
            .Where(aggregate => aggregate.Events.Count > 0)
            .ToList();
        History.AddRange(HistoryOf(changed, RecordedChanges.Of(ChangeTracker), now));
        var (created, moved) = (CommitmentsIn(EntityState.Added), CommitmentsIn(EntityState.Modified));
        CommitmentVersions.AddRange(created.Concat(moved).Select(commitment => new CommitmentVersion(commitment, now)));

        await using var own =
            moved.Count > 0 || _held is { IsOver: false } ? await BeginAsync(IsolationLevel.ReadCommitted, cancellationToken) : null;
        await EndVersionsAsync([.. moved.Select(commitment => commitment.Id)], now, cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        changed.ForEach(aggregate => aggregate.ClearEvents());
        return saved;
    }

    /// <summary>Adds the deferred work that new rows cause.</summary>
    internal static List<DeferredWork> WorkOf(IEnumerable<ICausesWork> rows, DateTimeOffset now) =>
        [.. rows.Select(row => row.Work(now)).OfType<DeferredWork>()];

    /// <summary>
    /// Turns the events that aggregates raised into history entries of the current user. The last entry of each commitment keeps what was
    /// written about it; a change without an event gets an entry of its own.
    /// </summary>
    internal List<HistoryEntry> HistoryOf(IEnumerable<AggregateRoot> changed, RecordedChanges record, DateTimeOffset at)
    {
        var entries = changed
            .SelectMany(aggregate =>
                aggregate.Events.Select(happened => new HistoryEntry(
                    SubjectOf(aggregate, happened),
                    EventName(happened),
                    HistoryJson.Write(happened),
                    user.Actor,
                    at
                ))
            )
            .ToList();
        for (var i = entries.Count - 1; i >= 0; i--)
            if (entries[i].CommitmentId is { } commitment && record.TakeOf(commitment) is { } written)
                entries[i].Keep(written);
        var updated = new RecordUpdated();
        foreach (var (subject, written) in record.TakeRest(ChangeTracker))
        {
            var entry = new HistoryEntry(subject, EventName(updated), HistoryJson.Write(updated), user.Actor, at);
            entry.Keep(written);
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Ends the versions that were current until now.</summary>
    internal async Task EndVersionsAsync(List<CommitmentId> commitments, DateTimeOffset at, CancellationToken ct)
    {
        if (commitments.Count == 0)
            return;
        await CommitmentVersions
            .Where(v => commitments.Contains(v.CommitmentId) && v.ValidTo == null)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.ValidTo, at), ct);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseTrackerConventions();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TrackerDb).Assembly);
        modelBuilder.UseSequenceKeys();
        modelBuilder.UseSalts();
    }

    /// <summary>Commitments with a change that a version records. Deadlines can change without an event, too.</summary>
    private List<Commitment> CommitmentsIn(EntityState state) =>
        [
            .. ChangeTracker
                .Entries<Commitment>()
                .Where(entry =>
                    entry.State == state
                    && (
                        state == EntityState.Added || entry.Properties.Any(p => p.IsModified && VersionProperties.Contains(p.Metadata.Name))
                    )
                )
                .Select(entry => entry.Entity),
        ];

    private static Guid? MemberOf(IDomainEvent happened) =>
        happened switch
        {
            MemberJoined joined => joined.OrganizationId.Value,
            MemberRoleChanged changed => changed.OrganizationId.Value,
            MemberLeft left => left.OrganizationId.Value,
            _ => null,
        };

    private static string EventName(IDomainEvent happened) => JsonNamingPolicy.CamelCase.ConvertName(happened.GetType().Name);

    private static HistorySubject SubjectOf(AggregateRoot aggregate, IDomainEvent happened) =>
        aggregate switch
        {
            Commitment c => new HistorySubject(c.Id.Value, c.OrganizationId.Value, c.PartnershipId.Value),
            Partnership p => new HistorySubject(null, MemberOf(happened), p.Id.Value),
            Organization o => new HistorySubject(null, o.Id.Value, null),
            ApiKey k => new HistorySubject(null, k.OrganizationId?.Value, null),
            ReportLink l => new HistorySubject(l.CommitmentId.Value, l.OrganizationId.Value, null),
            User u => new HistorySubject(null, u.OrganizationId?.Value, null),
            Webhook w => new HistorySubject(null, w.OrganizationId?.Value, null),
            CalendarFeed f => new HistorySubject(null, f.CreatorOrganizationId?.Value, null),
            IHasHistory other => other.HistorySubject,
            _ => default,
        };
}
