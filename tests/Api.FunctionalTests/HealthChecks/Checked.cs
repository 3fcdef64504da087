using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.HealthChecks;

/// <summary>A partnership with a round of its health check: three people lead, three are a community, one gives money.</summary>
internal sealed partial class Checked
{
    private readonly TrackerHost _host;
    private readonly HttpClient _browser;

    private Checked(TrackerHost host)
    {
        _host = host;
        _browser = host.Client(null);
    }

    public OrganizationId Lead { get; private set; }

    public OrganizationId Community { get; private set; }

    public PartnershipId Partnership { get; private set; }

    public HealthCheckRoundId Round { get; private set; }

    public string Url => $"/api/v1/partnerships/{Partnership.Value}/health-checks";

    public string Page => $"/partnerships/{Partnership.Value}/health";

    /// <summary>The round opens on 21 November 2026, which is now, and closes after 4 December; its links were sent.</summary>
    public static async Task<Checked> Make(TrackerHost host, bool hasRound = true)
    {
        host.Clock.Now = TestClock.Start;
        var made = new Checked(host)
        {
            Lead = await host.Organization("Green Delta"),
            Community = await host.Organization("Mothers of Rajshahi"),
        };
        var funder = await host.Organization("A foundation", "60", "CH", "Europe/Zurich");
        foreach (var organization in new[] { made.Lead, made.Community })
        foreach (var name in new[] { "Second", "Third" })
            await host.Send(new AddContact(organization, name, $"{Guid.NewGuid():n}@example.org", ContactRole.Alternate));
        made.Partnership = await host.ActivePartnership(made.Lead, funder);
        await host.Send(new AddMember(made.Partnership, made.Community, MemberRole.Community));
        if (hasRound)
            await made.OpenRound("Second half of 2026", "2026-12-04");
        return made;
    }

    public async Task OpenRound(string period, string closes)
    {
        Round = await _host.Send(new OpenHealthCheckRound(Partnership, period, null, TestClock.Day(closes)));
        await _host.Send(new RunHealthChecks());
    }

    /// <summary>The last day has ended everywhere.</summary>
    public async Task Close(string after = "2026-12-05T12:00:00Z")
    {
        _host.Clock.Set(after);
        await _host.Send(new RunHealthChecks());
    }

    /// <returns>The tokens of the mails to the people of an organization, in the order of the invitations.</returns>
    public async Task<IReadOnlyList<string>> Tokens(OrganizationId? organization = null)
    {
        var texts = await _host.Db(db =>
            (
                from i in db.HealthCheckInvitations
                join m in db.Mails on i.MailId equals m.Id
                where i.RoundId == Round && (organization == null || i.OrganizationId == organization)
                orderby i.Seq
                select m.Text
            ).ToListAsync()
        );
        return texts.ConvertAll(text => Link().Match(text).Groups[1].Value);
    }

    public static string Address(string token) => "/health-check/" + token;

    public Task<Answer> Open(string token) => _browser.Get(Address(token));

    /// <summary>Gives the same answer to each statement.</summary>
    /// <param name="except">Other answers, by the name of the field.</param>
    public Task<Answer> Answer(string token, string rating = "agree", params (string Field, string Value)[] except) =>
        _browser.Post(Address(token), PageRows.Fields(Fields(rating, except)));

    public static IEnumerable<(string, string)> Fields(string rating, params (string Field, string Value)[] except) =>
        HealthInstrument
            .Statements.Select(s => JsonNamingPolicy.CamelCase.ConvertName(s.ToString()))
            .Select(field => (field, except.FirstOrDefault(e => e.Field == field, (Field: field, Value: rating)).Value));

    /// <summary>Everybody of an organization answers.</summary>
    public async Task AnswerAll(OrganizationId organization, string rating, params (string Field, string Value)[] except)
    {
        foreach (var token in await Tokens(organization))
            (await Answer(token, rating, except)).MustBe(303);
    }

    [GeneratedRegex(@"/health-check/([A-Za-z0-9_-]{20,})")]
    private static partial Regex Link();
}
