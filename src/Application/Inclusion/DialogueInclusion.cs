namespace PartnershipTracker.Application.Inclusion;

/// <summary>Who takes part in a dialogue, in which role, and who is missing. Unknown is told apart from none.</summary>
/// <param name="Sentences">What stands out, the most important first.</param>
/// <param name="Participants">All who are invited by name.</param>
/// <param name="Accepted">Those who accepted the invitation.</param>
/// <param name="Unanswered">Those who have not answered, so that it is unknown whether they come.</param>
/// <param name="Groups">Each stakeholder group that the dialogue invites, also those without a participant.</param>
/// <param name="Sectors">
/// Each sector, also those without a participant, by the organization of the account that the participant has, or by the registered
/// organization of the name that was given; "unknown" for all others, "none" for an account without an organization.
/// </param>
/// <param name="IncomeGroups">The World Bank's income groups of the countries of these organizations.</param>
/// <param name="Communities">Community organizations, with all who are invited as communities, and all others.</param>
/// <param name="CareerStages">People early in their career and all others, as they or whoever invited them said it.</param>
public sealed record DialogueInclusion(
    IReadOnlyList<string> Sentences,
    int Participants,
    int Accepted,
    int Unanswered,
    IReadOnlyList<DialogueGroup> Groups,
    IReadOnlyList<DialogueGroup> Sectors,
    IReadOnlyList<DialogueGroup> IncomeGroups,
    IReadOnlyList<DialogueGroup> Communities,
    IReadOnlyList<DialogueGroup> CareerStages
);

/// <summary>A group of the participants of a dialogue. Somebody with several roles is counted in each.</summary>
/// <param name="Code">The code of the stakeholder group, or a value of another list in camelCase; "unknown" or "none".</param>
/// <param name="Name">In the reader's language.</param>
/// <param name="Participants">How many people of it are invited by name.</param>
/// <param name="Contributors">How many of them contribute in a room.</param>
/// <param name="Interviewers">How many of them interview.</param>
/// <param name="Rapporteurs">How many of them take the notes of a room.</param>
/// <param name="Spokespeople">How many of them state the level of agreement of their stakeholder group.</param>
public sealed record DialogueGroup(
    string Code,
    string Name,
    int Participants,
    int Accepted,
    int Declined,
    int Contributors,
    int Interviewers,
    int Rapporteurs,
    int Spokespeople
)
{
    /// <summary>How many have not answered, so that it is unknown whether they come.</summary>
    public int Unanswered => Participants - Accepted - Declined;
}
