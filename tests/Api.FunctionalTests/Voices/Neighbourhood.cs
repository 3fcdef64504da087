using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Voices;

/// <summary>A commitment that is reported complete, and a community organization that takes part in its partnership.</summary>
internal sealed partial class Neighbourhood
{
    private readonly TrackerHost _host;

    private Neighbourhood(TrackerHost host) => _host = host;

    public required OrganizationId Accountable { get; init; }

    public required OrganizationId Community { get; init; }

    public required PartnershipId Partnership { get; init; }

    public required CommitmentId Id { get; init; }

    public required ProgressReportId Report { get; init; }

    /// <summary>With a key of the community organization.</summary>
    public required HttpClient Key { get; init; }

    public string Url => $"/api/v1/commitments/{Id.Value}";

    public string Page => $"/commitments/{Id.Value}";

    public static async Task<Neighbourhood> MakeAsync(TrackerHost host, bool isPublished = true)
    {
        var accountable = await host.Organization("Health office");
        var community = await host.Send(new RegisterOrganization("Riverside neighbours", "22", "BD", "Asia/Dhaka", IsCommunity: true));
        var partnership = await host.ActivePartnership("Healthy communities", accountable, await host.Organization("Other"));
        await host.Send(new AddMember(partnership, community, MemberRole.Community));
        if (isPublished)
            await host.Send(new PublishPartnership(partnership, IsPublished: true));
        var id = await host.ActiveCommitment(partnership, accountable, "2026-10-31", "Clinics open on Fridays");
        return new Neighbourhood(host)
        {
            Accountable = accountable,
            Community = community,
            Partnership = partnership,
            Id = id,
            Report = await host.ReportComplete(id, "2026-11-19"),
            Key = host.Client(await host.Key(community, "community")),
        };
    }

    /// <summary>A body of the API; other members replace those of the same name.</summary>
    public object Body(string stance = "disputes", string shownAs = "protected", params (string Name, object? Value)[] others)
    {
        var body = new Dictionary<string, object?>
        {
            ["claimKind"] = "progressReport",
            ["claimId"] = Report.Value,
            ["stance"] = stance,
            ["shownAs"] = shownAs,
            ["text"] = "The door was closed on both Fridays.",
            ["language"] = "bn",
            ["label"] = shownAs == "protected" ? null : "Amina Diallo",
        };
        foreach (var (name, value) in others)
            body[name] = value;
        return body;
    }

    /// <summary>Gives a voice with a key of the community.</summary>
    public async Task<Answer> Give(
        string stance = "disputes",
        string shownAs = "protected",
        params (string Name, object? Value)[] others
    ) => (await Key.Post(Url + "/voices", Body(stance, shownAs, others))).MustBe(201);

    /// <summary>A signed-in person of the community.</summary>
    public async Task<(Guid Id, string Email, HttpClient Http)> Person()
    {
        var (id, email) = await Visitor.Invited(_host, Role.Community, Community);
        return (id.Value, email, (await new Visitor(_host).SignIn(email)).Http);
    }

    /// <summary>Invites somebody by mail.</summary>
    /// <returns>The token in the mail.</returns>
    public Task<string> Invite(string email, string? name = null, string? language = null) =>
        InviteWith(
            email,
            new
            {
                commitmentId = Id.Value,
                claimKind = "progressReport",
                claimId = Report.Value,
                email,
                name,
                language,
            }
        );

    /// <summary>Invites somebody with a body of the API.</summary>
    /// <returns>The token in the mail.</returns>
    public async Task<string> InviteWith(string email, object body)
    {
        (await Key.Post("/api/v1/voices/invitations", body)).MustBe(201);
        return await _host.Db(async db =>
            Link()
                .Match(
                    await db
                        .Mails.Where(m => m.Recipient == email && m.SentAt == null)
                        .OrderByDescending(m => m.Seq)
                        .Select(m => m.Text)
                        .FirstAsync()
                )
                .Groups[1]
                .Value
        );
    }

    [GeneratedRegex(@"/voice/([\w-]{20,})")]
    private static partial Regex Link();
}
