using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>The database. There is one derived context for each engine, because EF binds migrations to a context's type.</summary>
public abstract class TrackerDb(DbContextOptions options, ICurrentUser user, TimeProvider time) : DbContext(options), ITrackerDb
{
    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<User> Users => Set<User>();

    public DbSet<Partnership> Partnerships => Set<Partnership>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Commitment> Commitments => Set<Commitment>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<CommitmentTarget> CommitmentTargets => Set<CommitmentTarget>();

    public DbSet<CommitmentCountry> CommitmentCountries => Set<CommitmentCountry>();

    public DbSet<ProgressReport> ProgressReports => Set<ProgressReport>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<ReportingPeriod> ReportingPeriods => Set<ReportingPeriod>();

    public DbSet<ChangeRequest> ChangeRequests => Set<ChangeRequest>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<Supporter> Supporters => Set<Supporter>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Flag> Flags => Set<Flag>();

    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    public DbSet<ReportSchedule> ReportSchedules => Set<ReportSchedule>();

    public DbSet<AccountabilityReport> AccountabilityReports => Set<AccountabilityReport>();

    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();

    public DbSet<ImportRun> Imports => Set<ImportRun>();

    public DbSet<ImportItem> ImportItems => Set<ImportItem>();

    public DbSet<Jobs.Job> Jobs => Set<Jobs.Job>();

    /// <summary>Writes what was raised to the history, in the same save.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changed = ChangeTracker.Entries<AggregateRoot>().Select(entry => entry.Entity).Where(aggregate => aggregate.Events.Count > 0).ToList();
        History.AddRange(changed.SelectMany(HistoryOf));

        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        changed.ForEach(aggregate => aggregate.ForgetEvents());
        return saved;
    }

    /// <summary>What an aggregate has raised, as entries: by the current user, now.</summary>
    internal IEnumerable<HistoryEntry> HistoryOf(AggregateRoot aggregate) => aggregate.Events.Select(happened =>
        new HistoryEntry(SubjectOf(aggregate, happened), EventName(happened), HistoryJson.Write(happened), user.Actor, time.GetUtcNow()));

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseTrackerConventions();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TrackerDb).Assembly);
        modelBuilder.UseSequenceKeys();
    }

    private static Guid? MemberOf(IDomainEvent happened) => happened switch
    {
        MemberJoined joined => joined.OrganizationId.Value,
        MemberLeft left => left.OrganizationId.Value,
        _ => null,
    };

    private static string EventName(IDomainEvent happened) => JsonNamingPolicy.CamelCase.ConvertName(happened.GetType().Name);

    private static HistorySubject SubjectOf(AggregateRoot aggregate, IDomainEvent happened) => aggregate switch
    {
        Commitment c => new HistorySubject(c.Id.Value, c.OrganizationId.Value, c.PartnershipId.Value),
        Partnership p => new HistorySubject(null, MemberOf(happened), p.Id.Value),
        Organization o => new HistorySubject(null, o.Id.Value, null),
        ApiKey k => new HistorySubject(null, k.OrganizationId?.Value, null),
        User u => new HistorySubject(null, u.OrganizationId?.Value, null),
        _ => default,
    };
}

public sealed class SqliteTrackerDb(DbContextOptions<SqliteTrackerDb> options, ICurrentUser user, TimeProvider time) : TrackerDb(options, user, time);

public sealed class PostgreSqlTrackerDb(DbContextOptions<PostgreSqlTrackerDb> options, ICurrentUser user, TimeProvider time) : TrackerDb(options, user, time)
{
    /// <summary>Text sorts and compares by code point, as on SQLite, so that both databases page alike.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
