using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Api.Demo;

/// <summary>What members propose: one waits for the board and is discussed, one was accepted, one was not.</summary>
internal sealed partial class DemoPartnership
{
    private async Task InitiativesAsync()
    {
        var waiting = await As(
            Role.Member,
            new ProposeInitiative(
                new InitiativeDraft
                {
                    Title = "Peer learning for nurses on the river islands",
                    Pillar = "capacityStrengthening",
                    Themes = ["nonCommunicableDiseases"],
                    Idea = "Nurses of three islands meet once a month and teach each other, with one trainer who travels.",
                    Need = "The nearest training is a day's journey away, and posts close while a nurse is away.",
                    Offer = "A curriculum, and my time for one year.",
                    Ask = "A boat, and a room on each island.",
                }
            )
        );
        await As(Role.Officer, new SupportInitiative(waiting, "Rooms in our three health posts."));
        await As(Role.Reporter, new CommentOnInitiative(waiting, "Two of our nurses would like to begin in spring."));
        var concern = await As(Role.Reviewer, new RaiseConcern(waiting, "Who replaces the nurses on these days?"));
        await As(Role.Member, new AnswerConcern(waiting, concern, "The posts stay open: one of two nurses goes, in turn."));

        var accepted = await As(
            Role.Officer,
            new ProposeInitiative(
                new InitiativeDraft
                {
                    Title = "A shared stock of blood-pressure devices",
                    Pillar = "capacityStrengthening",
                    Idea = "Posts lend each other devices instead of waiting for repairs.",
                    Need = "A third of the devices are broken at any time.",
                    Offer = "A store room and a person who keeps the list.",
                    OrganizationId = _service.Value,
                }
            )
        );
        await As(Role.Board, new AcceptInitiative(accepted, "It costs little and helps all posts."));

        var declined = await As(
            Role.Member,
            new ProposeInitiative(
                new InitiativeDraft
                {
                    Title = "A clinic on every island within a year",
                    Pillar = "advocacy",
                    Idea = "Ask the government to build 40 clinics next year.",
                    Need = "On most islands there is none.",
                }
            )
        );
        await As(Role.Board, new DeclineInitiative(declined, "Forty in one year cannot be built. Propose the first three."));
    }
}
