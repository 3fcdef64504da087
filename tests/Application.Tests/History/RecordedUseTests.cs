using System.Globalization;
using System.Text;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Application.Tests.History;

public sealed class RecordedUseOnSqlite() : RecordedUseTests(DatabaseProvider.Sqlite);

public sealed class RecordedUseOnPostgreSql() : RecordedUseTests(DatabaseProvider.PostgreSql);

/// <summary>Whatever people and jobs do, the history records all of it: in random order, and whether it is allowed or refused.</summary>
public abstract class RecordedUseTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const int Steps = 150;

    private readonly List<CommitmentId> _commitments = [];
    private readonly List<ProgressReportId> _reports = [];
    private readonly List<ChangeRequestId> _requests = [];
    private readonly HashSet<string> _done = [];
    private TrackerHost _host = null!;
    private Random _random = null!;
    private PartnershipId _partnership;
    private OrganizationId[] _organizations = [];

    private static readonly Dictionary<string, string> Settings = new() { ["Rules:OffTrackMargin"] = "10" };

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(provider, Settings);
        _organizations = [await _host.Organization("Green Delta"), await _host.Organization("Ministry"), await _host.Organization("City")];
        _partnership = await _host.ActivePartnership(_organizations);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_any_use_no_row_differs_from_its_record(int seed)
    {
        _random = new Random(seed);
        await ImportAsync();
        for (var step = 0; step < Steps; step++)
        {
            var (name, act) = Acts[_random.Next(Acts.Length)];
            try
            {
                await act(this);
                _done.Add(name);
            }
            catch (Exception refused) when (refused is DomainException or ValidationException)
            {
                // What is refused must leave no trace.
            }
        }

        await _host.Send(new SealHistory());
        var result = await _host.Send(new VerifyAudit());
        result.Differences.ShouldBeEmpty();
        result.Valid.ShouldBeTrue();
        result.Rows.ShouldBeGreaterThan(100);
        _done.Count.ShouldBeGreaterThan(Acts.Length / 2, string.Join(", ", Acts.Select(a => a.Name).Except(_done)));
    }

    private static readonly (string Name, Func<RecordedUseTests, Task> Act)[] Acts =
    [
        ("wait", t => t.WaitAsync()),
        ("wait again", t => t.WaitAsync()),
        ("sweep", t => t.Send(new Sweep())),
        ("seal", t => t.Send(new SealHistory())),
        ("draft", t => t.DraftAsync()),
        ("draft and accept", t => t.ActivateAsync()),
        ("draft and accept again", t => t.ActivateAsync()),
        ("revise", t => t.Send(new ReviseCommitment(t.Commitment(), t.Draft()))),
        ("submit", t => t.Send(new SubmitCommitment(t.Commitment()))),
        ("accept", t => t.Send(new AcceptCommitment(t.Commitment()))),
        ("return", t => t.Send(new ReturnCommitment(t.Commitment(), "Not yet."))),
        ("report", t => t.ReportAsync()),
        ("report again", t => t.ReportAsync()),
        ("accept report", t => t.DecideAsync(accept: true)),
        ("return report", t => t.DecideAsync(accept: false)),
        ("request", t => t.RequestAsync()),
        ("approve", t => t.ApproveAsync()),
        ("reject", t => t.RejectAsync()),
        ("milestone", t => t.MilestoneAsync(complete: true)),
        ("milestone again", t => t.MilestoneAsync(complete: false)),
        ("pay", t => t.Send(new RecordPayment(t.Commitment(), t._random.Next(1, 9) / 3m, "EUR", t.Today()))),
        ("support", t => t.Send(new AddSupporter(t.Commitment(), t.Organization(), t._random.Next(1, 50)))),
        ("leave", t => t.Send(new RemoveSupporter(t.Commitment(), t.Organization()))),
        ("assess", t => t.Send(new AssessCommitment(t.Commitment(), CompletionLevel.Complete, "Seen.", t.Today()))),
        ("close", t => t.Send(new CloseCommitment(t.Commitment(), ClosingOutcome.Completed, "It ended.", t.Today()))),
        ("reopen", t => t.Send(new ReopenCommitment(t.Commitment(), "A mistake."))),
        ("withdraw", t => t.Send(new WithdrawCommitment(t.Commitment(), "No money."))),
        ("supersede", t => t.Send(new SupersedeCommitment(t.Commitment(), t.Commitment(), "A better one."))),
        ("hand over", t => t.Send(new HandOverCommitment(t.Commitment(), t.Organization(), "It moved."))),
        ("organization", t => t.ChangeOrganizationAsync()),
    ];

    private async Task ImportAsync()
    {
        const string profile = """
            {
              "partnership": { "name": "Healthy communities", "startDate": "2024-01-01" },
              "organization": { "sourceId": "{id}", "name": "{name}", "type": "22", "countryCode": "BD", "timeZone": "Asia/Dhaka" },
              "commitment": { "sourceId": "{id}", "title": "{name}", "dueDate": "{due}", "sdgTargets": ["3.4"] }
            }
            """;
        var csv = "id,name,due\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"R-{i},Row {i},2026-{(i % 12) + 1:00}-15\n"));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        await _host.Send(new StartImport("rows.csv", content, profile, DryRun: false));
        await _host.Send(new RunImports());
        _commitments.AddRange((await _host.Send(new ListCommitments { Limit = 30 })).Items.Take(10).Select(c => new CommitmentId(c.Id)));
    }

    private Task WaitAsync()
    {
        _host.Clock.Now += TimeSpan.FromHours(_random.Next(1, 24 * 40));
        return Task.CompletedTask;
    }

    private async Task DraftAsync() => _commitments.Add(await _host.Send(new DraftCommitment(_partnership, Organization(), Draft())));

    private async Task ActivateAsync()
    {
        await DraftAsync();
        await _host.Send(new SubmitCommitment(_commitments[^1]));
        await _host.Send(new AcceptCommitment(_commitments[^1]));
    }

    private async Task ReportAsync() =>
        _reports.Add(
            await _host.Send(
                new ReportProgress(
                    Commitment(),
                    Today(),
                    "So far.",
                    _random.Next(0, 100) / 7m,
                    ReportsCompletion: _random.Next(4) == 0,
                    Evidence: [new EvidenceLink("A page", "https://example.org/page")]
                )
            )
        );

    private async Task DecideAsync(bool accept)
    {
        var (commitment, report) = await FindAsync(async id =>
            (await _host.Send(new ListProgressReports(id))).Items.FirstOrDefault(r => r.Status == ProgressReportStatus.Submitted)?.Id
        );
        if (accept)
            await Send(new AcceptProgressReport(commitment, new ProgressReportId(report), "Good."));
        else
            await Send(new ReturnProgressReport(commitment, new ProgressReportId(report), "Say more."));
    }

    private async Task RequestAsync() =>
        _requests.Add(
            await _host.Send(
                new RequestChange(
                    Commitment(),
                    _random.Next(3) switch
                    {
                        0 => new ChangeTerms(Today().AddDays(_random.Next(10, 400)), ChangeReason.Funding, "The money comes later."),
                        1 => new ChangeTerms(null, ChangeReason.Data, "Miscounted.", Target: _random.Next(10, 500) / 3m, Unit: "people"),
                        _ => new ChangeTerms(null, ChangeReason.Scope, "More often.", ReportingFrequency: Frequency()),
                    }
                )
            )
        );

    private async Task ApproveAsync()
    {
        var (commitment, request) = await OpenRequestAsync();
        await Send(new ApproveChangeRequest(commitment, request, "Agreed."));
    }

    private async Task RejectAsync()
    {
        var (commitment, request) = await OpenRequestAsync();
        await Send(new RejectChangeRequest(commitment, request, "No."));
    }

    private async Task<(CommitmentId, ChangeRequestId)> OpenRequestAsync()
    {
        var (commitment, request) = await FindAsync(async id =>
            (await _host.Send(new ListChangeRequests(id, ChangeRequestStatus.Requested))).Items is [var first, ..] ? first.Id : null
        );
        return (commitment, new ChangeRequestId(request));
    }

    private async Task MilestoneAsync(bool complete)
    {
        var (commitment, milestone) = await FindAsync(async id =>
            (await _host.Send(new GetCommitment(id))).Milestones.FirstOrDefault(m => complete == m.CompletedOn is null)?.Id
        );
        if (complete)
            await Send(new CompleteMilestone(commitment, new MilestoneId(milestone), Today()));
        else
            await Send(new ReopenMilestone(commitment, new MilestoneId(milestone), "A mistake."));
    }

    private async Task ChangeOrganizationAsync()
    {
        var (country, zone) = _random.Next(2) == 0 ? ("KE", "Africa/Nairobi") : ("BD", "Asia/Dhaka");
        await Send(new ChangeOrganization(Organization(), "Green Delta", "22", country, zone, null, null, null, false));
    }

    /// <summary>Something that a commitment has, starting with a random one.</summary>
    /// <exception cref="DomainException">No commitment has it.</exception>
    private async Task<(CommitmentId Commitment, Guid Found)> FindAsync(Func<CommitmentId, Task<Guid?>> find)
    {
        foreach (var id in _commitments.OrderBy(_ => _random.Next()).ToList())
            if (await find(id) is { } found)
                return (id, found);
        throw DomainException.NotFound("commitment");
    }

    private CommitmentDraft Draft() =>
        new()
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"Screen {_random.Next(10_000)} people"),
            Description = _random.Next(2) == 0 ? null : "All of them.",
            SdgTargets = _random.Next(2) == 0 ? ["3.4"] : ["3.4", "17.16"],
            DueDate = Today().AddDays(_random.Next(-100, 500)),
            CountryCodes = _random.Next(2) == 0 ? null : ["KE", "BD"],
            ReportingFrequency = Frequency(),
            Measure = _random.Next(2) == 0 ? null : new MeasureDraft("People", "persons", 0, null, _random.Next(1, 100) / 3m, null),
            Funding = _random.Next(2) == 0 ? null : new FundingDraft(_random.Next(1, 100) / 3m, "EUR"),
            Themes = _random.Next(2) == 0 ? null : [ThemeCodes.NonCommunicableDiseases],
            Place = _random.Next(2) == 0 ? null : "Dhaka",
            Milestones =
                _random.Next(2) == 0
                    ? [new MilestoneDraft("Half", Today().AddDays(-120)), new MilestoneDraft("Most", Today().AddDays(-101), 2)]
                    : null,
        };

    private ReportingFrequency Frequency() =>
        Enum.GetValues<ReportingFrequency>()[_random.Next(Enum.GetValues<ReportingFrequency>().Length)];

    private CommitmentId Commitment() =>
        _commitments.Count == 0 ? throw DomainException.NotFound("commitment") : _commitments[_random.Next(_commitments.Count)];

    private OrganizationId Organization() => _organizations[_random.Next(_organizations.Length)];

    private DateOnly Today() => DateOnly.FromDateTime(_host.Clock.Now.UtcDateTime);

    private Task<T> Send<T>(IRequest<T> request) => _host.Send(request);
}
