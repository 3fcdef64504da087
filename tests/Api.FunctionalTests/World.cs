using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests;

/// <summary>To whom a resource belongs, as seen by the callers of <see cref="World"/>.</summary>
internal enum Whose
{
    /// <summary>The callers' own organization.</summary>
    Own,

    /// <summary>A partner in the same partnership: visible, but not their own.</summary>
    Partners,

    /// <summary>An organization in another, unpublished partnership.</summary>
    Strangers,
}

/// <summary>An organization with a caller of every role, a partner, and strangers.</summary>
internal sealed class World
{
    private readonly Dictionary<Whose, (OrganizationId Organization, PartnershipId Partnership)> _places = [];
    private readonly Dictionary<string, HttpClient> _callers = [];

    private World(TrackerHost host) => Host = host;

    public TrackerHost Host { get; }

    public HttpClient Anonymous => _callers["anonymous"];

    public HttpClient Secretariat => _callers["secretariat"];

    public static async Task<World> Create(TrackerHost host)
    {
        var world = new World(host);
        var own = await host.Organization("Own");
        var partner = await host.Organization("Partner", "10", "CH", "Europe/Zurich");
        var stranger = await host.Organization("Stranger", "70");
        var shared = await host.ActivePartnership("Shared", own, partner);
        var hidden = await host.ActivePartnership("Hidden", stranger, await host.Organization("Stranger's partner", "80"));
        world._places[Whose.Own] = (own, shared);
        world._places[Whose.Partners] = (partner, shared);
        world._places[Whose.Strangers] = (stranger, hidden);
        foreach (var role in Enum.GetNames<Role>().Select(r => r.ToLowerInvariant()))
            world._callers[role] = host.Client(role == "secretariat" ? TrackerHost.BootstrapKey : await host.Key(own, role));
        world._callers["anonymous"] = host.Client(null);
        return world;
    }

    public HttpClient As(string role) => _callers[role];

    public OrganizationId Organization(Whose whose) => _places[whose].Organization;

    public PartnershipId Partnership(Whose whose) => _places[whose].Partnership;

    public async Task<string> Draft(Whose whose) =>
        Url(await Host.Draft(Partnership(whose), Organization(whose), "2027-06-30", "Draft", "2027-01-31"));

    public async Task<string> Submitted(Whose whose)
    {
        var id = await Host.Draft(Partnership(whose), Organization(whose), "2027-06-30");
        await Host.Send(new SubmitCommitment(id));
        return Url(id);
    }

    public async Task<string> Active(Whose whose) => Url(await ActiveId(whose));

    public Task<CommitmentId> ActiveId(Whose whose) =>
        Host.ActiveCommitment(Partnership(whose), Organization(whose), "2027-06-30", "Active", "2027-01-31");

    /// <summary>A new organization that has joined the partnership.</summary>
    public async Task<OrganizationId> Member(Whose whose)
    {
        var id = await Host.Organization("New member");
        await Host.Send(new Application.Partnerships.AddMember(Partnership(whose), id, MemberRole.Knowledge));
        return id;
    }

    /// <summary>A change request that awaits a decision.</summary>
    public async Task<string> Change(Whose whose)
    {
        var id = await ActiveId(whose);
        var change = await Host.Send(
            new RequestChange(id, new ChangeTerms(TestClock.Day("2027-12-31"), ChangeReason.Funding, "The money is late."))
        );
        return $"{Url(id)}/change-requests/{change.Value}";
    }

    /// <summary>A progress report that awaits review.</summary>
    public async Task<string> Report(Whose whose)
    {
        var id = await ActiveId(whose);
        return $"{Url(id)}/reports/{(await Host.ReportComplete(id, "2026-11-20")).Value}";
    }

    public static string Url(CommitmentId id) => $"/api/v1/commitments/{id.Value}";
}
