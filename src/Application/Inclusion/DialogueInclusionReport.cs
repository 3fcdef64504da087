using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Inclusion;

/// <summary>Puts the participants of a dialogue into groups, and writes the sentences about who is missing.</summary>
internal static class DialogueInclusionReport
{
    /// <param name="invited">The codes of the stakeholder groups that the dialogue invites.</param>
    public static DialogueInclusion Of(
        IReadOnlyCollection<ParticipantFact> participants,
        IReadOnlyCollection<string> invited,
        IVocabulary vocabulary
    )
    {
        var groups = invited
            .Union(participants.Select(p => p.Group))
            .OrderBy(code => vocabulary.PositionOf(VocabularyKind.StakeholderGroup, code))
            .Select(code => (code, vocabulary.NameOf(VocabularyKind.StakeholderGroup, code)));
        var found = new DialogueInclusion(
            [],
            participants.Count,
            participants.Count(p => p.Answer == InvitationAnswer.Accepted),
            participants.Count(p => p.Answer == InvitationAnswer.None),
            Groups(groups, participants, p => p.Group),
            Groups(InclusionCodes.Sectors(), participants, p => CodeOf(p, o => InclusionCodes.Of(o.Sector))),
            Groups(InclusionCodes.IncomeGroups(), participants, p => CodeOf(p, o => InclusionCodes.IncomeOf(o.CountryCode))),
            Groups(InclusionCodes.Communities(), participants, CommunityOf),
            Groups(InclusionCodes.CareerStages(), participants, p => InclusionCodes.CareerOf(p.IsEarlyCareer))
        );
        var notInvited = vocabulary.Active(VocabularyKind.StakeholderGroup).Where(group => !invited.Contains(group.Code));
        return found with { Sentences = [.. Sentences(found, notInvited.Select(group => group.Name))] };
    }

    /// <summary>What nobody is, stays in the list; "none" and "unknown" only where somebody is.</summary>
    private static IReadOnlyList<DialogueGroup> Groups(
        IEnumerable<(string Code, string Name)> known,
        IEnumerable<ParticipantFact> participants,
        Func<ParticipantFact, string> codeOf
    )
    {
        var people = participants.ToLookup(codeOf);
        return
        [
            .. known
                .Append((InclusionGroup.None, Texts.Page("inclusion.none")))
                .Append((InclusionGroup.Unknown, Texts.Page("unknown")))
                .Where(group => group.Item1 is not (InclusionGroup.None or InclusionGroup.Unknown) || people.Contains(group.Item1))
                .Select(group => GroupOf(group.Item1, group.Item2, [.. people[group.Item1]])),
        ];
    }

    private static DialogueGroup GroupOf(string code, string name, List<ParticipantFact> people) =>
        new(
            code,
            name,
            people.Count,
            people.Count(p => p.Answer == InvitationAnswer.Accepted),
            people.Count(p => p.Answer == InvitationAnswer.Declined),
            people.Count(p => p.Roles.Contains(RoomRole.Contributor)),
            people.Count(p => p.Roles.Contains(RoomRole.Interviewer)),
            people.Count(p => p.Roles.Contains(RoomRole.Rapporteur)),
            people.Count(p => p.IsSpokesperson)
        );

    private static string CodeOf(ParticipantFact participant, Func<OrganizationFact, string> of) =>
        participant.Organization is { } organization ? of(organization)
        : participant.HasNoOrganization ? InclusionGroup.None
        : InclusionGroup.Unknown;

    private static string CommunityOf(ParticipantFact participant) =>
        participant.Group == StakeholderGroupCodes.Communities
            ? InclusionCodes.Community
            : CodeOf(participant, o => o.IsCommunity ? InclusionCodes.Community : InclusionCodes.Other);

    private static IEnumerable<string> Sentences(DialogueInclusion found, IEnumerable<string> notInvited)
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
        if (string.Join(", ", notInvited) is { Length: > 0 } others)
            yield return Texts.Page("inclusion.dialogue.notInvited", others);
        if (found.Participants == 0)
            yield break;
        foreach (var sentence in OfOrganizations(found))
            yield return sentence;
        yield return OfCareers(found);
    }

    private static IEnumerable<string> OfOrganizations(DialogueInclusion found)
    {
        var unknown = UnknownOf(found.Sectors);
        if (unknown == found.Participants)
            yield return Texts.Count("inclusion.dialogue.organizations.unknown", unknown);
        else
        {
            if (unknown > 0)
                yield return Texts.Count("inclusion.dialogue.organizations", unknown, found.Participants);
            var sectors = found.Sectors.Where(g => g.Code != InclusionCodes.Of(Sector.Other));
            if (Names(sectors.Where(g => g.Participants == 0)) is { Length: > 0 } missing)
                yield return Texts.Page("inclusion.dialogue.sectors.missing", missing);
            if (Names(found.IncomeGroups.Where(g => g.Participants == 0)) is { Length: > 0 } income)
                yield return Texts.Page("inclusion.dialogue.income.missing", income);
        }

        var communities = found.Communities.Single(g => g.Code == InclusionCodes.Community);
        yield return communities.Participants == 0
            ? Texts.Page("inclusion.dialogue.communities.none")
            : Texts.Count("inclusion.dialogue.communities", communities.Participants, [found.Participants, .. RolesOf(communities)]);
    }

    private static string OfCareers(DialogueInclusion found)
    {
        var unknown = UnknownOf(found.CareerStages);
        if (unknown == found.Participants)
            return Texts.Count("inclusion.dialogue.career.unknown", unknown);
        var early = found.CareerStages.Single(g => g.Code == InclusionCodes.EarlyCareer);
        return Texts.Count("inclusion.dialogue.career", early.Participants, [found.Participants, unknown, .. RolesOf(early)]);
    }

    private static object?[] RolesOf(DialogueGroup group) =>
        [group.Contributors, group.Interviewers, group.Rapporteurs, group.Spokespeople];

    private static int UnknownOf(IEnumerable<DialogueGroup> groups) =>
        groups.Where(g => g.Code == InclusionGroup.Unknown).Sum(g => g.Participants);

    private static string Names(IEnumerable<DialogueGroup> groups) => string.Join(", ", groups.Select(g => g.Name));
}
