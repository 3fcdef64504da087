using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.ReportLinks;

/// <summary>A person without an account who received a mail and has a browser without script.</summary>
internal sealed partial class Visitor(TrackerHost host)
{
    private readonly HttpClient _browser = host.Client(null);

    public static string Address(string token) => "/report/" + token;

    /// <summary>A valid progress report.</summary>
    public static MultipartFormDataContent Report() =>
        Form(("action", "report"), ("asOf", "2026-11-20"), ("narrative", "Ninety posts measure."));

    public static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        return form;
    }

    /// <returns>The token in the last mail with a link, to this address or to any.</returns>
    public Task<string> Token(string? to = null) =>
        host.Db(async db =>
            Link()
                .Match(
                    await db
                        .Mails.Where(m => m.HoldsKey && m.SentAt == null && (to == null || m.Recipient == to))
                        .OrderByDescending(m => m.Seq)
                        .Select(m => m.Text)
                        .FirstAsync()
                )
                .Groups[1]
                .Value
        );

    /// <returns>The token that the contact of an organization received by mail.</returns>
    public async Task<string> TokenFor(CommitmentId commitment, OrganizationId organization, string? reason = null)
    {
        await host.Send(new SendReportLink(commitment, await ContactOf(organization), reason));
        return await Token();
    }

    public Task<ContactId> ContactOf(OrganizationId organization) =>
        host.Db(db => db.Contacts.Where(c => c.OrganizationId == organization).OrderBy(c => c.Seq).Select(c => c.Id).FirstAsync());

    public Task<Answer> Open(string token) => _browser.Get(Address(token));

    public Task<Answer> Send(string token, params (string Name, string Value)[] fields) => _browser.Post(Address(token), Form(fields));

    public Task<Answer> Send(string token, HttpContent form) => _browser.Post(Address(token), form);

    /// <summary>Presses the button that sends the progress report.</summary>
    public Task<Answer> SendReport(string token, params (string Name, string Value)[] fields) =>
        Send(token, [("action", "report"), ("asOf", "2026-11-20"), ("narrative", "Ninety posts measure."), .. fields]);

    public Task<List<(string To, string Subject, string Text)>> Mails() =>
        host.Db(async db =>
            (
                await db
                    .Mails.OrderBy(m => m.Seq)
                    .Select(m => new
                    {
                        m.Recipient,
                        m.Subject,
                        m.Text,
                    })
                    .ToListAsync()
            ).ConvertAll(m => (m.Recipient, m.Subject, m.Text))
        );

    [GeneratedRegex(@"/report/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}

/// <summary>An organization with an overdue commitment, measured in posts, and its partner.</summary>
internal sealed record LinkedCommitment(OrganizationId Organization, OrganizationId Partner, CommitmentId Id)
{
    public string Url => World.Url(Id);

    public static async Task<LinkedCommitment> Make(TrackerHost host, string due = "2026-09-30")
    {
        var (own, partner) = (await host.Organization("Riverside <Trust>"), await host.Organization("Ministry", "10"));
        var partnership = await host.ActivePartnership(own, partner);
        using var secretariat = host.Client();
        var draft = (
            await secretariat.Post(
                "/api/v1/commitments",
                new
                {
                    partnershipId = partnership.Value,
                    organizationId = own.Value,
                    title = "Checks at 120 posts",
                    sdgTargets = new[] { "3.4" },
                    dueDate = due,
                    measure = new
                    {
                        indicator = "Posts that measure",
                        unit = "posts",
                        baseline = 0,
                        target = 120,
                    },
                }
            )
        ).MustBe(201);
        var id = new CommitmentId(Guid.Parse(draft.Id));
        await host.Send(new Application.Commitments.SubmitCommitment(id));
        await host.Send(new Application.Commitments.AcceptCommitment(id));
        return new LinkedCommitment(own, partner, id);
    }
}
