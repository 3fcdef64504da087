using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Inclusion;

/// <summary>Which stakeholder groups take part in a dialogue, and who is missing. Unknown is told apart from none.</summary>
/// <param name="Sentences">What stands out, the most important first.</param>
/// <param name="Participants">All who are invited by name.</param>
/// <param name="Accepted">Those who accepted the invitation.</param>
/// <param name="Unanswered">Those who have not answered, so that it is unknown whether they come.</param>
/// <param name="Groups">Each stakeholder group that the dialogue invites, also those without a participant.</param>
public sealed record DialogueInclusion(
    IReadOnlyList<string> Sentences,
    int Participants,
    int Accepted,
    int Unanswered,
    IReadOnlyList<DialogueGroup> Groups
)
{
    /// <param name="notInvited">The names of the other stakeholder groups.</param>
    internal static DialogueInclusion Of(IReadOnlyList<DialogueGroup> groups, IReadOnlyList<string> notInvited)
    {
        var found = new DialogueInclusion(
            [],
            groups.Sum(g => g.Participants),
            groups.Sum(g => g.Accepted),
            groups.Sum(g => g.Unanswered),
            groups
        );
        return found with { Sentences = [.. SentencesOf(found, notInvited)] };
    }

    private static IEnumerable<string> SentencesOf(DialogueInclusion found, IReadOnlyList<string> notInvited)
    {
        if (found.Participants == 0)
            yield return Texts.Page("inclusion.dialogue.nobody");
        else if (Names(found.Groups.Where(g => g.Participants == 0)) is { Length: > 0 } missing)
            yield return Texts.Page("inclusion.dialogue.missing", missing);
        else
            yield return Texts.Page("inclusion.dialogue.all");
        if (Names(found.Groups.Where(g => g is { Participants: > 0, Accepted: 0 })) is { Length: > 0 } without)
            yield return Texts.Page("inclusion.dialogue.notAccepted", without);
        if (found.Unanswered > 0)
            yield return Texts.Count("inclusion.dialogue.unanswered", found.Unanswered, found.Participants);
        if (notInvited.Count > 0)
            yield return Texts.Page("inclusion.dialogue.notInvited", string.Join(", ", notInvited));
    }

    private static string Names(IEnumerable<DialogueGroup> groups) => string.Join(", ", groups.Select(g => g.Name));
}

/// <summary>A stakeholder group of a dialogue.</summary>
/// <param name="Code">The code of the stakeholder group.</param>
/// <param name="Name">In the reader's language.</param>
/// <param name="Participants">How many people of it are invited by name.</param>
public sealed record DialogueGroup(string Code, string Name, int Participants, int Accepted, int Declined)
{
    /// <summary>How many have not answered, so that it is unknown whether they come.</summary>
    public int Unanswered => Participants - Accepted - Declined;
}
