using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Voices;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Imports;

public sealed class UndoneImportOnSqlite() : UndoneImportTests(DatabaseProvider.Sqlite);

public sealed class UndoneImportOnPostgreSql() : UndoneImportTests(DatabaseProvider.PostgreSql);

/// <summary>An import is cancelled while it waits or runs, and undone when it has ended.</summary>
public abstract class UndoneImportTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string Profile = """
        {
          "partnership": { "name": "Pledges", "startDate": "2024-01-01" },
          "organization": { "sourceId": "{org}", "name": "{org}", "type": "22", "countryCode": "BD", "timeZone": "Asia/Dhaka" },
          "commitment": { "sourceId": "{id}", "title": "{title}", "dueDate": "{due}", "sdgTargets": ["3.4"] }
        }
        """;

    /// <summary>The same, with a pillar and a theme, and with a progress report on what is called "Voiced".</summary>
    private const string FullProfile = """
        {
          "partnership": {
            "name": "Pledges", "startDate": "2024-01-01", "pillars": ["advocacy"], "themes": ["nonCommunicableDiseases"]
          },
          "organization": { "sourceId": "{org}", "name": "{org}", "type": "22", "countryCode": "BD", "timeZone": "Asia/Dhaka" },
          "commitment": {
            "sourceId": "{id}", "title": "{title}", "dueDate": "{due}", "sdgTargets": ["3.4"],
            "pillar": "advocacy", "themes": ["nonCommunicableDiseases", "leadershipAndGovernance"],
            "progress": { "when": { "value": "{title}", "startsWith": "Voiced" }, "asOf": "2026-11-01", "narrative": "Half way." }
          }
        }
        """;

    private const string Heading = "id,org,title,due\n";
    private readonly BatchLimit _removals = new(rows => rows.OfType<HistoryEntry>().Any());
    private TrackerHost _host = null!;

    public async Task InitializeAsync() =>
        _host = await TrackerHost.StartAsync(provider, new Dictionary<string, string>(), _removals.Register);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task Undoing_removes_everything_that_the_import_made_and_the_history_says_so()
    {
        var import = await Import("1,Dhaka,First,2025-06-30\n2,Khulna,Second,2027-06-30\n", FullProfile);
        (await _host.Db(db => db.PartnershipTopics.CountAsync())).ShouldBe(2);
        (await _host.Db(db => db.CommitmentThemes.CountAsync())).ShouldBe(4);
        await _host.Send(new Sweep());
        await _host.Send(new SealHistory());
        (await _host.Db(db => db.Flags.CountAsync())).ShouldBe(1, "flags are made by the program and keep nothing");

        (await _host.Send(new UndoImport(import))).State.ShouldBe(ImportState.Undoing);
        (await _host.Send(new RunImports())).ShouldBe(1);

        (await Get(import)).ShouldSatisfyAllConditions(
            i => i.State.ShouldBe(ImportState.Undone),
            i => i.Removed.ShouldBe(2 + 2 + 2 + 1, "commitments, memberships, organizations and the partnership"),
            i => i.Kept.ShouldBe(0)
        );
        (
            await _host.Db(async db =>
                await db.Commitments.CountAsync()
                + await db.Milestones.CountAsync()
                + await db.CommitmentTargets.CountAsync()
                + await db.CommitmentThemes.CountAsync()
                + await db.CommitmentCountries.CountAsync()
                + await db.ProgressReports.CountAsync()
                + await db.Flags.CountAsync()
                + await db.Members.CountAsync()
                + await db.Organizations.CountAsync()
                + await db.Partnerships.CountAsync()
                + await db.PartnershipTopics.CountAsync()
            )
        ).ShouldBe(0);
        (await _host.Db(db => db.CommitmentVersions.CountAsync(v => v.ValidTo == null))).ShouldBe(0, "their versions have ended");
        (await _host.Db(db => db.CommitmentVersions.CountAsync())).ShouldBeGreaterThanOrEqualTo(2);
        var undone = (await _host.Send(new ListHistory { Event = "importUndone" })).Items;
        undone.Count.ShouldBe(7);
        undone.ShouldContain(line => line.CommitmentId != null && line.Text.Contains("“First”", StringComparison.Ordinal));
        (await _host.Db(db => db.History.CountAsync(h => h.Event == "commitmentImported"))).ShouldBe(2, "the history stays");
        await _host.Send(new SealHistory());
        (await _host.Send(new VerifyAudit())).Valid.ShouldBeTrue();

        // The same file can be imported again.
        var again = await Import("1,Dhaka,First,2025-06-30\n2,Khulna,Second,2027-06-30\n");
        (await Get(again)).Imported.ShouldBe(2);
    }

    [DatabaseFact]
    public async Task What_a_person_has_changed_since_is_kept_and_named()
    {
        var import = await Import("1,Dhaka,First,2027-06-30\n2,Khulna,Second,2027-06-30\n3,Sylhet,Third,2027-06-30\n");
        var second = await Commitment("Second");
        var third = await Commitment("Third");
        await AsPerson(new ReportProgress(second.Id, TestClock.Day("2026-11-01"), "Half way."));
        await AsPerson(new RequestChange(third.Id, new ChangeTerms(TestClock.Day("2028-01-01"), ChangeReason.Funding, "Later.")));
        var dhaka = (await Commitment("First")).OrganizationId;
        await AsPerson(new AddContact(dhaka, "Focal point", "a@example.org", ContactRole.FocalPoint));

        await _host.Send(new UndoImport(import));
        await _host.Send(new RunImports());

        var undone = await Get(import);
        undone.State.ShouldBe(ImportState.Undone);
        undone.Removed.ShouldBe(2, "the first commitment and its membership");
        undone.Items.Where(i => i.Code == "import.kept").Count().ShouldBe(3, "two commitments and an organization that got a contact");
        undone.Items.ShouldContain(i => i.Message.Contains("“Second”", StringComparison.Ordinal));
        (await _host.Db(db => db.Commitments.OrderBy(c => c.Title).Select(c => c.Title).ToListAsync())).ShouldBe(["Second", "Third"]);
        (await _host.Db(db => db.Organizations.CountAsync())).ShouldBe(3);
        (await _host.Db(db => db.Partnerships.CountAsync())).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_dialogue_keeps_its_partnership_and_who_organizes_it()
    {
        var import = await Import("1,Dhaka,First,2027-06-30\n2,Khulna,Second,2027-06-30\n", FullProfile);
        var first = await Commitment("First");
        var draft = new DialogueDraft
        {
            Title = "Health posts and villages",
            Question = "What makes a partnership last?",
            StartsOn = TestClock.Day("2026-12-01"),
            StartTime = "14:00",
            PartnershipId = first.PartnershipId.Value,
        };
        await _host.Send(new PlanDialogue(first.OrganizationId, draft));

        await _host.Send(new UndoImport(import));
        await _host.Send(new RunImports());

        (await Get(import)).ShouldSatisfyAllConditions(
            i => i.State.ShouldBe(ImportState.Undone),
            i => i.Removed.ShouldBe(2 + 2 + 1, "the commitments, the memberships and Khulna"),
            i => i.Kept.ShouldBe(2, "Dhaka, which organizes the dialogue, and the partnership")
        );
        (await _host.Db(db => db.Dialogues.CountAsync())).ShouldBe(1);
        (await _host.Db(db => db.PartnershipTopics.CountAsync())).ShouldBe(2);
    }

    [DatabaseFact]
    public async Task An_unused_link_for_a_voice_goes_with_its_commitment()
    {
        var import = await Import("1,Dhaka,Voiced,2027-06-30\n", FullProfile);
        var commitment = await Commitment("Voiced");
        await _host.Send(new PublishPartnership(commitment.PartnershipId, IsPublished: true));
        var community = await _host.Send(new RegisterOrganization("Riverside", "22", "BD", "Asia/Dhaka", IsCommunity: true));
        var report = await _host.Db(db => db.ProgressReports.Select(r => r.Id).SingleAsync());
        await _host.SendAs(
            Role.Community,
            community,
            new InviteVoice(VoiceClaimKind.ProgressReport, report.Value, "amina@example.org", commitment.Id.Value)
        );

        await _host.Send(new UndoImport(import));
        await _host.Send(new RunImports());

        (await Get(import)).ShouldSatisfyAllConditions(i => i.State.ShouldBe(ImportState.Undone), i => i.Kept.ShouldBe(0));
        (
            await _host.Db(async db =>
                await db.Partnerships.CountAsync() + await db.VoiceInvitations.CountAsync() + await db.VoiceSalts.CountAsync()
            )
        ).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task An_undo_that_is_interrupted_goes_on_where_it_stopped()
    {
        var rows = string.Concat(Enumerable.Range(1, 1200).Select(i => $"{i},Organization {i % 40},Title {i},2027-06-30\n"));
        var import = await Import(rows);
        await _host.Send(new UndoImport(import));
        using var stopping = new CancellationTokenSource();
        _removals.StopAfter(2, stopping.Cancel);
        await Should.ThrowAsync<OperationCanceledException>(_host.Send(new RunImports(), stopping.Token));
        (await Get(import)).State.ShouldBe(ImportState.Undoing);
        (await Get(import)).Removed.ShouldBe(1000, "two batches are saved, the third is not");

        _removals.Clear();
        (await _host.Send(new RunImports())).ShouldBe(1);
        (await Get(import)).ShouldSatisfyAllConditions(
            i => i.State.ShouldBe(ImportState.Undone),
            i => i.Removed.ShouldBe(1200 + 40 + 40 + 1)
        );
        (await _host.Db(db => db.History.CountAsync(h => h.Event == "importUndone"))).ShouldBe(1200 + 40 + 40 + 1);
    }

    [DatabaseFact]
    public async Task What_was_there_before_the_import_stays()
    {
        var dhaka = await _host.Organization("Dhaka");
        var partnership = await _host.ActivePartnership("Pledges", dhaka, await _host.Organization("Other"));
        var import = await Import("1,dhaka,First,2027-06-30\n2,Khulna,Second,2027-06-30\n");
        (await Commitment("First")).OrganizationId.ShouldBe(dhaka, "the name is the same apart from its case");
        (await Get(import)).Items.ShouldContain(i => i.Code == "import.sameOrganization");

        await _host.Send(new UndoImport(import));
        await _host.Send(new RunImports());

        (await Get(import)).Removed.ShouldBe(2 + 1 + 1);
        (await _host.Send(new ListMembers(partnership))).Items.Count.ShouldBe(2);
        (await _host.Db(db => db.Organizations.CountAsync())).ShouldBe(2);
    }

    [DatabaseFact]
    public async Task An_import_that_waits_is_cancelled_and_never_runs()
    {
        var import = await Start("1,Dhaka,First,2027-06-30\n");
        (await _host.Send(new CancelImport(import))).State.ShouldBe(ImportState.Cancelled);
        (await _host.Send(new RunImports())).ShouldBe(0);
        (await _host.Db(db => db.Commitments.CountAsync())).ShouldBe(0);
        await Should.ThrowAsync<DomainException>(_host.Send(new CancelImport(import)));
    }

    [DatabaseFact]
    public async Task An_import_that_runs_stops_at_its_next_rows_and_can_be_undone()
    {
        var rows = string.Concat(Enumerable.Range(1, 15_000).Select(i => $"{i},Organization {i % 40},Title {i},2027-06-30\n"));
        var import = await Start(rows);
        var run = _host.Send(new RunImports());
        await Until.True("the first rows are in", async () => run.IsCompleted || (await Get(import)).Rows > 0);
        await Until.True(
            "the import is cancelled",
            () => UnlessOvertaken(async () => (await _host.Send(new CancelImport(import))).State == ImportState.Cancelled)
        );
        await run;

        var cancelled = await Get(import);
        cancelled.State.ShouldBe(ImportState.Cancelled);
        cancelled.Imported.ShouldBeInRange(1, 14_999);
        (await _host.Db(db => db.Commitments.CountAsync())).ShouldBe(cancelled.Imported, "it says exactly what is in");
        await _host.Send(new UndoImport(import));
        await Until.True(
            "the import is undone",
            () =>
                UnlessOvertaken(async () =>
                {
                    await _host.Send(new RunImports());
                    _host.Clock.Now += TimeSpan.FromMinutes(10);
                    return (await Get(import)).State == ImportState.Undone;
                })
        );
        (await _host.Db(db => db.Commitments.CountAsync())).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task A_dry_run_and_a_running_import_cannot_be_undone()
    {
        var waiting = await Start("1,Dhaka,First,2027-06-30\n");
        (await Should.ThrowAsync<DomainException>(_host.Send(new UndoImport(waiting)))).Code.ShouldBe("import.notFinished");
        await _host.Send(new CancelImport(waiting));
        var dry = await Start("1,Dhaka,First,2027-06-30\n", dryRun: true);
        await _host.Send(new RunImports());
        (await Should.ThrowAsync<DomainException>(_host.Send(new UndoImport(dry)))).Code.ShouldBe("import.nothingToUndo");
    }

    [DatabaseFact]
    public async Task A_webhook_of_the_organization_hears_of_the_removal()
    {
        var dhaka = await _host.Organization("Dhaka");
        await _host.Send(
            new RegisterWebhook("https://hooks.example.org/a", "ops@example.org", Events: ["import.undone"], OrganizationId: dhaka.Value)
        );
        var import = await Import("1,Dhaka,First,2027-06-30\n2,Khulna,Second,2027-06-30\n");
        await _host.Send(new UndoImport(import));
        await _host.Send(new RunImports());
        await _host.Send(new SealHistory());
        await _host.Send(new FanOutHistory());
        (await _host.Db(db => db.WebhookDeliveries.CountAsync(d => d.Event == "import.undone"))).ShouldBe(
            2,
            "the commitment and the membership"
        );
    }

    /// <returns>False if somebody was first; the caller tries again.</returns>
    private static async Task<bool> UnlessOvertaken(Func<Task<bool>> done)
    {
        try
        {
            return await done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private async Task<ImportId> Import(string rows, string profile = Profile)
    {
        var import = await Start(rows, profile: profile);
        await _host.Send(new RunImports());
        return import;
    }

    private async Task<ImportId> Start(string rows, bool dryRun = false, string profile = Profile)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Heading + rows));
        return await _host.Send(new StartImport("rows.csv", content, profile, dryRun));
    }

    private Task<ImportDetails> Get(ImportId id) => _host.Send(new GetImport(id));

    private Task<Commitment> Commitment(string title) => _host.Db(db => db.Commitments.AsNoTracking().SingleAsync(c => c.Title == title));

    /// <summary>Sends a request as a person of the secretariat; the host itself acts as the system.</summary>
    private async Task<T> AsPerson<T>(IRequest<T> request)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().SignIn(new Actor(ActorKind.User, Guid.NewGuid()), Role.Secretariat, null);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
