using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Api.FunctionalTests.HealthChecks;
using PartnershipTracker.Api.FunctionalTests.Voices;
using PartnershipTracker.Application.Engagement;
using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

/// <summary>What the pages of members, participants, respondents and communities show, and the keys of who may open them.</summary>
public sealed partial class DemoSite
{
    private readonly Dictionary<string, string> _keys = new() { ["secretariat"] = TrackerHost.BootstrapKey };

    /// <param name="reader">A role: secretariat, board, officer or community.</param>
    public string KeyOf(string reader) => _keys[reader];

    /// <summary>An initiative of the officer, with a concern that was answered twice; and a support of another one.</summary>
    private async Task AddInitiativesAsync(TrackerHost host, OrganizationId organization)
    {
        _keys["officer"] = await host.Key(organization, "officer");
        _keys["board"] = await host.Key(await host.Organization("Council"), "board");
        using var officer = host.Client(_keys["officer"]);
        var mine = new InitiativeId(Guid.Parse((await officer.Post("/api/v1/initiatives", Bodies.Initiative())).MustBe(201).Id));
        var concern = await host.Send(new RaiseConcern(mine, "Who pays?"));
        foreach (var answer in new[] { "The districts.", "The ministry." })
            (await officer.Post($"/api/v1/initiatives/{mine.Value}/concerns/{concern.Value}/answer", new { answer })).MustBe(200);
        _ids["{mine}"] = mine.Value;
        _ids["{concern}"] = concern.Value;
        _ids["{support}"] = (await host.Send(new ListSupports(new InitiativeId((Guid)_ids["{initiative}"])))).Items[0].Id;
    }

    /// <summary>A published dialogue, and the link of a participant that has expired.</summary>
    private async Task AddEndedDialogueAsync(TrackerHost host, OrganizationId organization)
    {
        var partnership = (PartnershipId?)new PartnershipId((Guid)_ids["{partnership}"]);
        var dialogue = await (await GivenDialogue.Make(host, organization, partnership)).Running();
        _ids["{agreed}"] = (await dialogue.Outcome(await dialogue.Note())).Value;
        await dialogue.Publish();
        _ids["{published}"] = dialogue.Id.Value;
        _ids["{expired}"] = await dialogue.Token("bruno");
        var (bruno, yesterday) = (dialogue.Bruno, host.Clock.Now.AddDays(-1));
        await host.Db(db =>
            db.DialogueParticipants.Where(p => p.Id == bruno).ExecuteUpdateAsync(set => set.SetProperty(p => p.LinkExpiresAt, yesterday))
        );
    }

    /// <summary>Links of health checks of which one was answered and one was cancelled, and a round that has closed.</summary>
    private async Task AddRespondentsAsync(TrackerHost host)
    {
        var answered = await Checked.Make(host);
        var token = (await answered.Tokens())[0];
        (await answered.Answer(token)).MustBe(200);
        _ids["{answered}"] = token;
        var cancelled = await Checked.Make(host);
        _ids["{ended}"] = (await cancelled.Tokens())[0];
        await host.Send(new CancelHealthCheckRound(cancelled.Partnership, cancelled.Round, "Wrong dates."));

        var now = host.Clock.Now;
        var closed = await host.Db(db =>
            db.HealthCheckRounds.AsNoTracking().Where(r => r.CancelledAt == null && r.ClosesAt <= now).OrderBy(r => r.Seq).FirstAsync()
        );
        (_ids["{checked}"], _ids["{closed}"]) = (closed.PartnershipId.Value, closed.Id.Value);
    }

    private async Task AddEngagementAsync(TrackerHost host, CommitmentId commitment)
    {
        var draft = new EngagementDraft(
            EngagementPhase.Design,
            EngagementLevel.Consult,
            TestClock.Day("2026-01-01"),
            Community: "Mothers' groups"
        );
        _ids["{engagement}"] = (await host.Send(new RecordEngagement(null, commitment, draft))).Value;
        var measure = new ResultMeasureDraft(CommunityResult.Accountability, "Complaints answered", "%");
        _ids["{measure}"] = (await host.Send(new RecordResultMeasure(null, commitment, measure))).Value;
    }

    /// <summary>A hidden voice and an invitation of a community. Their commitment is not published, so that no figure changes.</summary>
    private async Task AddVoicesAsync(TrackerHost host)
    {
        var place = await Neighbourhood.MakeAsync(host, isPublished: false);
        _keys["community"] = place.Key.DefaultRequestHeaders.GetValues("X-Api-Key").Single();
        var hidden = (await place.Give()).Id;
        (await Secretariat.Post($"{place.Url}/voices/{hidden}/hide", new { reason = "It names a child." })).MustBe(200);
        _ids["{voiced}"] = place.Id.Value;
        _ids["{hidden}"] = hidden;
        await place.Invite("rahima@phone.example");
    }
}
