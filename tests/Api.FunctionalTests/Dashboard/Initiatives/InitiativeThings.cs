using System.Globalization;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Initiatives;

internal static class InitiativeThings
{
    public static InitiativeDraft Draft =>
        new()
        {
            Title = "Peer learning for rural nurses",
            Pillar = "advocacy",
            Themes = ["healthSystemsStrengthening"],
            Idea = "Nurses teach nurses in monthly sessions.",
            Need = "Rural clinics lack training.",
            Offer = "A curriculum and two trainers.",
        };

    /// <summary>An initiative that waits for the board, with supports, comments and concerns, of which one has an answer.</summary>
    /// <param name="count">How many of each; each support is of an organization of its own.</param>
    public static async Task<InitiativeId> DiscussedAsync(TrackerHost host, int count = 2)
    {
        var id = await host.Send(new ProposeInitiative(Draft));
        for (var i = 0; i < count; i++)
        {
            var organization = await host.Organization(string.Create(CultureInfo.InvariantCulture, $"Supporter {i + 1}"));
            await host.SendAs(Role.Officer, organization, new SupportInitiative(id, "Rooms and cars."));
            await host.SendAs(Role.Officer, organization, new CommentOnInitiative(id, "How can we help?"));
            await host.SendAs(Role.Officer, organization, new RaiseConcern(id, "Who pays?"));
        }

        return id;
    }

    public static async Task<InitiativeId> AcceptedAsync(TrackerHost host)
    {
        var id = await host.Send(new ProposeInitiative(Draft));
        await host.SendAs(Role.Board, null, new AcceptInitiative(id, "It answers a need."));
        return id;
    }
}
