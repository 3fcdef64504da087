using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.History;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.History;

public sealed class VerificationOnSqlite() : VerificationTests(DatabaseProvider.Sqlite);

public sealed class VerificationOnPostgreSql() : VerificationTests(DatabaseProvider.PostgreSql);

/// <summary>Verifications that are asked for, carried out by a job, and recorded.</summary>
public abstract class VerificationTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly Anchors _anchors = new();
    private TrackerHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(
            provider,
            new Dictionary<string, string>(),
            services => services.Replace(ServiceDescriptor.Singleton<IAuditAnchors>(_anchors))
        );
        await _host.Organization("Green Delta");
        await _host.Send(new SealHistory());
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task A_verification_is_carried_out_by_a_job_and_its_result_stays()
    {
        var id = await _host.Send(new RequestAuditVerification());
        _host.WakeUps.Commands.ShouldContain("audit-verifications");
        (await Get(id)).ShouldSatisfyAllConditions(
            v => v.State.ShouldBe(AuditVerificationState.Waiting),
            v => v.Result.ShouldBeNull(),
            v => v.RequestedAt.ShouldBe(_host.Clock.Now)
        );

        (await _host.Send(new RunAuditVerifications())).ShouldBe(1);
        var verified = await Get(id);
        verified.ShouldSatisfyAllConditions(
            v => v.State.ShouldBe(AuditVerificationState.Valid),
            v => v.FinishedAt.ShouldBe(_host.Clock.Now),
            v => v.Read.ShouldBe(v.ToRead),
            v => v.ToRead.ShouldBeGreaterThan(0)
        );
        verified.Result.ShouldBeEquivalentTo(await _host.Send(new VerifyAudit()));
        (await _host.Send(new ListDeferredWork())).Items.ShouldBeEmpty();
        (await _host.Send(new ListAuditVerifications(Limit: 1))).Items[0].Id.ShouldBe(id.Value);
    }

    [DatabaseFact]
    public async Task A_changed_entry_is_found_and_named()
    {
        await _host.Db(db => db.History.Where(h => h.Number == 2).ExecuteUpdateAsync(set => set.SetProperty(h => h.Data, "{}")));
        var id = await _host.Send(new RequestAuditVerification());
        await _host.Send(new RunAuditVerifications());
        (await Get(id)).ShouldSatisfyAllConditions(
            v => v.State.ShouldBe(AuditVerificationState.Broken),
            v => v.Result!.FirstBroken.ShouldBe(2)
        );
    }

    [DatabaseFact]
    public async Task A_hash_that_the_chain_does_not_contain_is_missed()
    {
        var hash = new string('A', AuditHead.HashLength);
        var id = await _host.Send(new RequestAuditVerification(hash));
        await _host.Send(new RunAuditVerifications());
        (await Get(id)).ShouldSatisfyAllConditions(
            v => v.State.ShouldBe(AuditVerificationState.Broken),
            v => v.ExpectedHead.ShouldBe(hash.ToLowerInvariant())
        );
        await Should.ThrowAsync<FluentValidation.ValidationException>(_host.Send(new RequestAuditVerification("5f3c")));
    }

    [DatabaseFact]
    public async Task One_verification_is_asked_for_at_a_time()
    {
        await _host.Send(new RequestAuditVerification());
        (await Should.ThrowAsync<DomainException>(_host.Send(new RequestAuditVerification()))).Code.ShouldBe("audit.underWay");
        await _host.Send(new RunAuditVerifications());
        await _host.Send(new RequestAuditVerification());
    }

    [DatabaseFact]
    public async Task One_that_cannot_be_carried_out_is_parked_and_can_be_retried()
    {
        _anchors.Fails = true;
        var id = await _host.Send(new RequestAuditVerification());
        for (var i = 0; i < RetryPlan.Of(DeferredKind.AuditVerification).MaxAttempts; i++)
        {
            await _host.Send(new RunAuditVerifications());
            _host.Clock.Now += TimeSpan.FromHours(1);
        }

        (await Get(id)).ShouldSatisfyAllConditions(
            v => v.State.ShouldBe(AuditVerificationState.Failed),
            v => v.Reason.ShouldBe(nameof(IOException))
        );
        var parked = (await _host.Send(new ListDeferredWork(DeferredState.Parked))).Items.ShouldHaveSingleItem();
        parked.About.ShouldBe("verification of the history");

        _anchors.Fails = false;
        await _host.Send(new RetryDeferredWork(new DeferredWorkId(parked.Id)));
        await _host.Send(new RunAuditVerifications());
        (await Get(id)).ShouldSatisfyAllConditions(v => v.State.ShouldBe(AuditVerificationState.Valid), v => v.Reason.ShouldBeNull());
    }

    [DatabaseFact]
    public async Task Its_progress_is_seen_while_it_is_carried_out()
    {
        await _host.Db(async db =>
        {
            db.History.AddRange(
                Enumerable
                    .Range(0, 2000)
                    .Select(i => new HistoryEntry(
                        default,
                        "partnershipActivated",
                        string.Create(CultureInfo.InvariantCulture, $$"""{"members":{{i}}}"""),
                        Actor.System,
                        _host.Clock.Now
                    ))
            );
            return await db.SaveChangesAsync();
        });
        await _host.Send(new SealHistory());
        var id = await _host.Send(new RequestAuditVerification());

        // The anchors end after the progress was saved, so a reader who waits for the next one sees it.
        AuditVerificationDetails? seen = null;
        _anchors.Heads = Watched();
        await _host.Send(new RunAuditVerifications());
        seen.ShouldNotBeNull();
        seen.ShouldSatisfyAllConditions(
            v => v.State.ShouldBe(AuditVerificationState.Running),
            v => v.Read.ShouldBe(2000),
            v => v.ToRead.ShouldBeGreaterThan(2000)
        );

        IEnumerable<AuditHead> Watched()
        {
            yield return new AuditHead(2001, "of no entry");
            seen = Task.Run(() => Get(id)).GetAwaiter().GetResult();
        }
    }

    private Task<AuditVerificationDetails> Get(AuditVerificationId id) => _host.Send(new GetAuditVerification(id));

    private sealed class Anchors : IAuditAnchors
    {
        public bool Fails { get; set; }

        public IEnumerable<AuditHead> Heads { get; set; } = [];

        public Task WriteAsync(AuditHead head, DateTimeOffset sealedAt, CancellationToken ct) => Task.CompletedTask;

        public IReadOnlyList<IEnumerable<AuditHead>> Read() => Fails ? throw new IOException("The folder is gone.") : [Heads];
    }
}
