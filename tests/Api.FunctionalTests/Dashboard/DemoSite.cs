using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Dashboard.Initiatives;
using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Calendars;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Webhooks;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

/// <summary>The demonstration with the real sample, listening on a real port.</summary>
public sealed partial class DemoSite : IAsyncLifetime
{
    public const string Name = "The demonstration";

    private TrackerHost? _host;
    private readonly Dictionary<string, object> _ids = [];

    public TrackerHost Host => _host!;

    public HttpClient Anonymous { get; private set; } = null!;

    public HttpClient Secretariat { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string> { ["Demo:Enabled"] = "true" },
            onKestrel: true
        );
        Anonymous = _host.Client(null);
        Secretariat = _host.Client();
        var officer = (await _host.Send(new ListPeople("officer@example.org", Role.Officer))).Items[0];
        var organization = new OrganizationId(officer.OrganizationId!.Value);
        _ids["{person}"] = officer.Id;
        _ids["{organization}"] = organization.Value;
        _ids["{contact}"] = (await _host.Send(new ListContacts(organization))).Items[0].Id;
        _ids["{partnership}"] = (await _host.Send(new ListPartnerships())).Items.First(p => p.IsPublished).Id;
        _ids["{import}"] = await Imports.ForeignFile.CheckedAsync(_host);
        _ids["{draft}"] = (await _host.Send(new ListCommitments { Status = CommitmentStatus.Draft, Limit = 1 })).Items[0].Id;
        var whole = await WholeCommitment.MakeAsync(_host);
        _ids["{whole}"] = whole.Value;
        (_ids["{completed}"], _ids["{open}"]) = await WholeCommitment.MilestonesAsync(_host, whole);
        _ids["{id}"] = (await _host.Send(new ListCommitments { Overdue = true, Limit = 1 })).Items[0].Id;
        _ids["{initiative}"] = (await InitiativeThings.DiscussedAsync(_host)).Value;
        _ids["{accepted}"] = (await InitiativeThings.AcceptedAsync(_host)).Value;
        await AddOperationsAsync(_host, organization);
        await AddInitiativesAsync(_host, organization);
        await AddDialogueAsync(_host, organization);
        await AddEndedDialogueAsync(_host, organization);
        await AddHealthCheckAsync(_host, new PartnershipId((Guid)_ids["{partnership}"]));
        await AddRespondentsAsync(_host);
        await AddEngagementAsync(_host, whole);
        await AddVoicesAsync(_host);
    }

    /// <summary>Opens a page as a browser does, without signing in.</summary>
    public async Task<Answer> Open(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path(path));
        request.Headers.Add("Accept", "text/html,application/xhtml+xml");
        return await Anonymous.Ask(request);
    }

    /// <summary>
    /// Fills in the id of an overdue commitment, or of one with everything a commitment can have, which only signed-in callers may see, and
    /// of two of its milestones; of the demonstration's officer, and of their organization and its contact; of a partnership, and of an
    /// import that was checked; and of what the pages of the installation show.
    /// </summary>
    public string Path(string path) =>
        _ids.Aggregate(path, (all, id) => all.Replace(id.Key, id.Value.ToString(), StringComparison.Ordinal));

    private async Task AddOperationsAsync(TrackerHost host, OrganizationId organization)
    {
        _ids["{report}"] = (await host.Send(new ListAccountabilityReports(Limit: 1))).Items[0].Id;
        _ids["{schedule}"] = (await host.Send(new ListReportSchedules(Limit: 1))).Items[0].Id;
        var webhook = await host.Send(new RegisterWebhook("https://hooks.example.org/", "ops@example.org"));
        await host.Send(new TestWebhook(new WebhookId(webhook.Id)));
        _ids["{webhook}"] = webhook.Id;
        _ids["{calendar}"] = (await host.Send(new OpenCalendar(organization.Value))).Id;
        _ids["{work}"] = (await host.Send(new ListDeferredWork(Limit: 1))).Items[0].Id;
        _ids["{verification}"] = (await host.Send(new RequestAuditVerification())).Value;
        await host.Send(new RunAuditVerifications());
    }

    private async Task AddDialogueAsync(TrackerHost host, OrganizationId organization)
    {
        var partnership = (PartnershipId?)new PartnershipId((Guid)_ids["{partnership}"]);
        var dialogue = await (await GivenDialogue.Make(host, organization, partnership)).Running();
        await host.Send(new RotateContributors(dialogue.Id, dialogue.First));
        await host.Send(new NameSpokesperson(dialogue.Id, dialogue.Chandra));
        var outcome = await dialogue.Outcome(await dialogue.Note());
        await host.Send(
            new StateAgreement(dialogue.Id, outcome, "practice", AgreementLevel.AgreesWithReservations, "Not at harvest time.")
        );
        _ids["{question}"] = (await dialogue.Question()).Value;
        _ids["{dialogue}"] = dialogue.Id.Value;
        _ids["{segment}"] = dialogue.First.Value;
        _ids["{room}"] = dialogue.GroupA.Value;
        _ids["{participant}"] = dialogue.Amena.Value;
        _ids["{outcome}"] = outcome.Value;
        _ids["{dialogueToken}"] = await dialogue.Token("chandra");
    }

    public async Task DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    /// <summary>A round that is open, with the link of somebody who is asked.</summary>
    private async Task AddHealthCheckAsync(TrackerHost host, PartnershipId partnership)
    {
        var member = (await host.Send(new ListMembers(partnership, Limit: 1))).Items[0].OrganizationId;
        var contact = await host.Send(
            new AddContact(new OrganizationId(member), "Respondent", "respondent@example.org", ContactRole.FocalPoint)
        );
        var closes = DateOnly.FromDateTime(host.Clock.Now.UtcDateTime).AddDays(20);
        _ids["{round}"] = (await host.Send(new OpenHealthCheckRound(partnership, "This year", null, closes))).Value;
        await host.Send(new RunHealthChecks());
        var mail = await host.Db(db =>
            (
                from i in db.HealthCheckInvitations
                join m in db.Mails on i.MailId equals m.Id
                where i.ContactId == contact
                select m.Text
            ).SingleAsync()
        );
        _ids["{respondent}"] = Respondent().Match(mail).Groups[1].Value;
    }

    [GeneratedRegex(@"/health-check/([A-Za-z0-9_-]{20,})")]
    private static partial Regex Respondent();
}

/// <summary>One site for all tests of the collection.</summary>
[CollectionDefinition(DemoSite.Name)]
public sealed class OneDemoSite : ICollectionFixture<DemoSite>;
