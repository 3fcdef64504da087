using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Voices;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Commitments;

public sealed class ActionsOnSqlite(OnSqlite fixture) : ActionTests(fixture), IClassFixture<OnSqlite>;

public sealed class ActionsOnPostgreSql(OnPostgreSql fixture) : ActionTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>What a commitment offers is what its commands accept: for every role, state and action.</summary>
public abstract class ActionTests(HostFixture fixture) : IAsyncLifetime
{
    private static readonly DateOnly Today = TestClock.Day("2026-11-20");
    private static readonly VoiceDraft Voice = new(VoiceStance.Confirms, VoiceShownAs.Protected, "We saw it.");
    private readonly TrackerHost _host = fixture.Host;
    private OrganizationId _own;
    private OrganizationId _supporter;
    private OrganizationId _member;
    private PartnershipId _partnership;
    private CommitmentId _successor;

    /// <summary>A person of the other member who may give voices; a voice belongs to an account.</summary>
    private Guid _neighbour;

    /// <summary>Everything is filed by this person of the secretariat.</summary>
    private static readonly Caller Filer = new("secretariat who filed it", Role.Secretariat, null);

    public async Task InitializeAsync()
    {
        (_own, _supporter, _member) = (
            await _host.Organization("Own"),
            await _host.Organization("Supporter"),
            await _host.Organization("Member")
        );
        _partnership = await _host.ActivePartnership(_own, _supporter, _member);
        await _host.Send(new PublishPartnership(_partnership, true));
        _successor = await _host.ActiveCommitment(_partnership, _own, "2028-12-31", "The successor");
        var person = new InvitePerson($"{Guid.NewGuid():n}@example.org", Role.Community, OrganizationId: _member);
        _neighbour = (await _host.Send(person)).Value;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task An_action_is_offered_if_and_only_if_its_command_is_accepted()
    {
        var wrong = new List<string>();
        var (offered, asked) = (new HashSet<CommitmentActionName>(), 0);
        foreach (var (state, id) in await States())
        {
            var tries = await Tries(id);
            foreach (var caller in Callers())
                await Compare(state, caller, id, tries);
        }

        wrong.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(3000);
        offered.ShouldBe(Enum.GetValues<CommitmentActionName>(), ignoreOrder: true);

        async Task Compare(
            string state,
            Caller caller,
            CommitmentId id,
            Dictionary<CommitmentActionName, IReadOnlyList<(Guid, object)>> tries
        )
        {
            if (await Found(caller, id) is not { } actions)
                return;
            actions.Actions.Select(action => action.Action).ShouldBe(Enum.GetValues<CommitmentActionName>());
            foreach (var action in actions.Actions)
            {
                asked++;
                var accepted = new List<Guid>();
                foreach (var (part, command) in tries[action.Action])
                    if (await IsAccepted(caller, command))
                        accepted.Add(part);
                if (action.Allowed)
                    offered.Add(action.Action);
                if (action.Allowed != accepted.Count > 0)
                    wrong.Add($"{state}, {caller.Name}: {action.Action} is {(action.Allowed ? "offered" : $"refused as {action.Code}")}");
                else if (HasParts(action.Action) && !accepted.Distinct().Order().SequenceEqual(action.Parts.Order()))
                    wrong.Add($"{state}, {caller.Name}: {action.Action} is offered on other parts");
                action.Allowed.ShouldBe(action.Code is null);
                action.Allowed.ShouldBe(string.IsNullOrEmpty(action.Reason));
            }
        }
    }

    [DatabaseFact]
    public async Task The_actions_cost_one_SQL_command_besides_the_commitment()
    {
        var id = await Active("2027-06-30");
        await Send(Filer, new ReportProgress(id, Today, "Some."));
        await Send(Filer, new RequestChange(id, Later(null)));
        var commitment = await _host.Send(new GetCommitment(id));
        (await _host.Sql.During(() => _host.Send(new GetCommitmentActions(commitment)))).Count.ShouldBe(1);
    }

    private IEnumerable<Caller> Callers() =>
        [
            Filer,
            new("secretariat", Role.Secretariat, null),
            new("board", Role.Board, null),
            new("reviewer", Role.Reviewer, null),
            new("reviewer of the own organization", Role.Reviewer, _own),
            new("reviewer of the supporter", Role.Reviewer, _supporter),
            new("officer", Role.Officer, _own),
            new("officer of the supporter", Role.Officer, _supporter),
            new("officer of another member", Role.Officer, _member),
            new("reporter", Role.Reporter, _own),
            new("reporter of the supporter", Role.Reporter, _supporter),
            new("community", Role.Community, _own),
            new("community of another member", Role.Community, _member, _neighbour),
        ];

    private async Task<Dictionary<string, CommitmentId>> States()
    {
        var states = new Dictionary<string, CommitmentId>
        {
            ["draft"] = await Draft(_partnership, _own),
            ["draft without a date"] = await Send(
                Filer,
                new DraftCommitment(_partnership, _own, new CommitmentDraft { Title = "Some day", SdgTargets = ["3.4"] })
            ),
            ["draft of a proposed partnership"] = await DraftInProposed(),
            ["draft without a contact"] = await DraftWithoutContact(),
            ["submitted"] = await Submitted(),
            ["active"] = await Active("2027-06-30"),
            ["active without milestones"] = await Accepted(await _host.Draft(_partnership, _own, "2027-06-30"), submit: true),
            ["overdue"] = await Active("2026-11-01"),
        };

        var changing = states["change requested"] = await Active("2027-06-30");
        await Send(Filer, new RequestChange(changing, Later(null)));
        var milestone = states["change of a milestone requested"] = await Active("2027-06-30");
        await Send(Filer, new RequestChange(milestone, Later((await Milestones(milestone))[0])));
        var all = states["all changes requested"] = await Active("2027-06-30");
        await Send(Filer, new RequestChange(all, Later(null)));
        await Send(Filer, new RequestChange(all, Later((await Milestones(all))[0])));
        await Send(new("officer", Role.Officer, _own), new RequestChange(all, Later((await Milestones(all))[1])));

        var done = states["milestone completed"] = await Active("2027-06-30");
        await Send(Filer, new CompleteMilestone(done, (await Milestones(done))[0]));
        var allDone = states["all milestones completed"] = await Active("2027-06-30");
        foreach (var each in await Milestones(allDone))
            await Send(new("officer", Role.Officer, _own), new CompleteMilestone(allDone, each));

        var reported = states["reported by the supporter"] = await Active("2027-06-30");
        await Send(new("reporter", Role.Reporter, _supporter), new ReportProgress(reported, Today, "Some."));
        var twice = states["reported twice"] = await Active("2027-06-30");
        await Send(Filer, new ReportProgress(twice, Today, "Some."));
        await Send(new("reporter", Role.Reporter, _own), new ReportProgress(twice, Today, "More."));

        var returned = states["report returned"] = await Active("2027-06-30");
        var report = await Send(Filer, new ReportProgress(returned, Today, "Some."));
        await _host.Send(new ReturnProgressReport(returned, report, "How many?"));

        var complete = states["reported complete"] = await Complete(Filer);
        await _host.Send(new AcceptProgressReport(complete, new ProgressReportId(await FirstReport(complete))));
        var withdrawing = states["to be withdrawn"] = await Complete(new("officer", Role.Officer, _own));
        await Send(Filer, new WithdrawCommitment(withdrawing, "No money."));
        var assessed = states["assessed"] = await Complete(new("officer", Role.Officer, _own));
        await _host.Send(new AssessCommitment(assessed, CompletionLevel.Complete, "Seen.", Today));

        var closed = states["completed"] = await Complete(Filer);
        await _host.Close(closed, ClosingOutcome.Completed, "2026-11-20");
        var open = states["not completed, with open requests"] = await Active("2027-06-30");
        await Send(Filer, new ReportProgress(open, Today, "Some."));
        await Send(new("officer", Role.Officer, _own), new RequestChange(open, Later(null)));
        await _host.Close(open, ClosingOutcome.NotCompleted, "2026-11-20");
        await _host.Withdraw(states["withdrawn"] = await Active("2027-06-30"));
        await _host.Send(new SupersedeCommitment(states["superseded"] = await Active("2027-06-30"), _successor, "A larger one."));
        return states;
    }

    /// <summary>The command with valid input, once for each part on which it could be done.</summary>
    private async Task<Dictionary<CommitmentActionName, IReadOnlyList<(Guid Part, object Command)>>> Tries(CommitmentId id)
    {
        var reports = (await _host.Send(new ListProgressReports(id))).Items.Select(r => r.Id).ToList();
        var requests = (await _host.Send(new ListChangeRequests(id))).Items.Select(r => r.Id).ToList();
        var milestones = (await Milestones(id)).ConvertAll(m => m.Value);
        var contacts = await Contacts();
        return new()
        {
            [CommitmentActionName.Revise] = Once(
                new ReviseCommitment(id, new CommitmentDraft { Title = "Another", DueDate = TestClock.Day("2027-12-31") })
            ),
            [CommitmentActionName.Submit] = Once(new SubmitCommitment(id)),
            [CommitmentActionName.Withdraw] = Once(new WithdrawCommitment(id, "No money.")),
            [CommitmentActionName.Supersede] = Once(new SupersedeCommitment(id, _successor, "A larger one.")),
            [CommitmentActionName.HandOver] = Once(new HandOverCommitment(id, _member, "They merged.")),
            [CommitmentActionName.AddSupporter] = Once(new AddSupporter(id, _member)),
            [CommitmentActionName.ReportProgress] = Once(new ReportProgress(id, Today, "Some.")),
            [CommitmentActionName.AddEvidence] = Each(
                reports,
                r => new AddEvidence(id, new ProgressReportId(r), "register.txt", new MemoryStream("A register."u8.ToArray()))
            ),
            [CommitmentActionName.CompleteMilestone] = Each(milestones, m => new CompleteMilestone(id, new MilestoneId(m))),
            [CommitmentActionName.ReopenMilestone] = Each(milestones, m => new ReopenMilestone(id, new MilestoneId(m), "The wrong one.")),
            [CommitmentActionName.RequestChange] = Each(
                milestones.Prepend(id.Value),
                part => new RequestChange(id, Later(part == id.Value ? null : new MilestoneId(part)))
            ),
            [CommitmentActionName.RecordPayment] = Once(new RecordPayment(id, 10, "CHF", Today)),
            [CommitmentActionName.SendReportLink] = Each(contacts, contact => new SendReportLink(id, new ContactId(contact))),
            [CommitmentActionName.Accept] = Once(new AcceptCommitment(id, "It is clear enough.")),
            [CommitmentActionName.Return] = Once(new ReturnCommitment(id, "Say where.")),
            [CommitmentActionName.DecideReport] =
            [
                .. Each(reports, r => new AcceptProgressReport(id, new ProgressReportId(r))),
                .. Each(reports, r => new ReturnProgressReport(id, new ProgressReportId(r), "How many?")),
            ],
            [CommitmentActionName.DecideChangeRequest] = Each(requests, r => new RejectChangeRequest(id, new ChangeRequestId(r), "No.")),
            [CommitmentActionName.Assess] = Once(new AssessCommitment(id, CompletionLevel.Limited, "Some.", Today)),
            [CommitmentActionName.Close] = Once(new CloseCommitment(id, ClosingOutcome.NotCompleted, "It ended.")),
            [CommitmentActionName.Reopen] = Once(new ReopenCommitment(id, "It was another one.")),
            [CommitmentActionName.AddVoice] =
            [
                .. Each(reports, r => new AddVoice(VoicePlace.Of(id), VoiceClaimKind.ProgressReport, r, Voice)),
                .. Each([id.Value], c => new AddVoice(VoicePlace.Of(id), VoiceClaimKind.Closing, c, Voice)),
            ],
        };

        static IReadOnlyList<(Guid, object)> Once(object command) => [(Guid.Empty, command)];
        static IReadOnlyList<(Guid, object)> Each(IEnumerable<Guid> parts, Func<Guid, object> command) =>
            [.. parts.Select(part => (part, command(part)))];
    }

    private static bool HasParts(CommitmentActionName action) =>
        action
            is CommitmentActionName.AddEvidence
                or CommitmentActionName.CompleteMilestone
                or CommitmentActionName.ReopenMilestone
                or CommitmentActionName.RequestChange
                or CommitmentActionName.DecideReport
                or CommitmentActionName.DecideChangeRequest
                or CommitmentActionName.AddVoice;

    /// <returns>Null if the caller may not see the commitment.</returns>
    private async Task<CommitmentActions?> Found(Caller caller, CommitmentId id)
    {
        try
        {
            return await Send(caller, new GetCommitmentActions(await Send(caller, new GetCommitment(id))));
        }
        catch (DomainException e) when (e.Kind == RefusalKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>Sends the command in a transaction that is rolled back.</summary>
    private async Task<bool> IsAccepted(Caller caller, object command)
    {
        await using var scope = caller.Scope(_host);
        await using var transaction = await scope.ServiceProvider.GetRequiredService<TrackerDb>().Database.BeginTransactionAsync();
        try
        {
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send((dynamic)command);
            return true;
        }
        catch (DomainException)
        {
            return false;
        }
    }

    private async Task<T> Send<T>(Caller caller, IRequest<T> request)
    {
        await using var scope = caller.Scope(_host);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private Task<CommitmentId> Draft(PartnershipId partnership, OrganizationId organization) =>
        _host.Draft(partnership, organization, "2027-06-30", "Draft", "2027-01-31");

    private async Task<CommitmentId> DraftInProposed()
    {
        var proposed = await _host.Send(new ProposePartnership("Proposed", TestClock.Day("2026-01-01"), SdgTargets: ["17.16"]));
        foreach (var organization in new[] { _own, _member })
            await _host.Send(new AddMember(proposed, organization, MemberRole.Implementing));
        return await Draft(proposed, _own);
    }

    private async Task<CommitmentId> DraftWithoutContact()
    {
        var organization = await _host.Send(new RegisterOrganization("Nobody", "22", "BD", "Asia/Dhaka"));
        await _host.Send(new AddMember(_partnership, organization, MemberRole.Implementing));
        return await Draft(_partnership, organization);
    }

    private async Task<CommitmentId> Submitted()
    {
        var id = await Draft(_partnership, _own);
        await Send(Filer, new SubmitCommitment(id));
        return id;
    }

    private async Task<CommitmentId> Accepted(CommitmentId id, bool submit)
    {
        if (submit)
            await Send(Filer, new SubmitCommitment(id));
        await _host.Send(new AcceptCommitment(id));
        return id;
    }

    private async Task<CommitmentId> Active(string due)
    {
        var id = await Accepted(await _host.Draft(_partnership, _own, due, "Active", "2026-10-01", "2026-10-31"), submit: true);
        await _host.Send(new AddSupporter(id, _supporter));
        return id;
    }

    private async Task<CommitmentId> Complete(Caller reporter)
    {
        var id = await Active("2027-06-30");
        await Send(reporter, new ReportProgress(id, Today, "All done.", ReportsCompletion: true));
        return id;
    }

    private async Task<List<MilestoneId>> Milestones(CommitmentId id) =>
        [.. (await _host.Send(new GetCommitment(id))).Milestones.Select(m => new MilestoneId(m.Id))];

    private async Task<Guid> FirstReport(CommitmentId id) => (await _host.Send(new ListProgressReports(id))).Items[0].Id;

    private async Task<List<Guid>> Contacts()
    {
        var contacts = new List<Guid>();
        foreach (var organization in new[] { _own, _supporter, _member })
            contacts.AddRange((await _host.Send(new ListContacts(organization))).Items.Select(c => c.Id));
        return contacts;
    }

    private static ChangeTerms Later(MilestoneId? milestone) =>
        milestone is null
            ? new(TestClock.Day("2027-12-31"), ChangeReason.Funding, "The money is late.")
            : new(null, ChangeReason.Funding, "It is larger.", MilestoneId: milestone, Weight: 5);

    /// <param name="Account">Somebody with an account; null for an id without one.</param>
    private sealed record Caller(string Name, Role Role, OrganizationId? Organization, Guid? Account = null)
    {
        private readonly Guid _id = Account ?? Guid.CreateVersion7();

        public AsyncServiceScope Scope(TrackerHost host)
        {
            var scope = host.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().SignIn(new Actor(ActorKind.User, _id), Role, Organization);
            return scope;
        }
    }
}
