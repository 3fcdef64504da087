using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Api.Dashboard.Dialogues;

/// <summary>Texts that the pages of dialogues share.</summary>
internal static class DialogueTexts
{
    /// <summary>The name of a stakeholder group inside a sentence or a list.</summary>
    public static string Group(IVocabulary vocabulary, string code) => vocabulary.NameOf(VocabularyKind.StakeholderGroup, code);

    /// <summary>The stakeholder groups that a dialogue invites, to choose from; a retired one says so.</summary>
    public static IReadOnlyList<Option> GroupOptions(IVocabulary vocabulary, IEnumerable<string> codes) =>
        [.. codes.Select(code => new Option(code, vocabulary.LabelOf(VocabularyKind.StakeholderGroup, code)))];

    /// <summary>"21 November 2026, 14:00 to 15:30 (Europe/Zurich)".</summary>
    public static string When(DialogueDetails dialogue) =>
        dialogue.Minutes == 0
            ? Texts.Page("dialogue.when", dialogue.StartsOn, dialogue.StartTime, dialogue.TimeZone)
            : Texts.Page(
                "dialogue.when.to",
                dialogue.StartsOn,
                dialogue.StartTime,
                LocalTime
                    .Of(dialogue.EndsAt, Domain.Common.Codes.TimeZone(dialogue.TimeZone))
                    .ToString(DialogueDraft.TimeFormat, System.Globalization.CultureInfo.InvariantCulture),
                dialogue.TimeZone
            );

    /// <summary>"14:00–14:30, interview, 30 minutes".</summary>
    public static string Facts(AgendaSegment segment) =>
        Texts.Count("dialogue.segment.facts", segment.Minutes, segment.StartTime, segment.EndTime, segment.Method);

    public static string Person(AgendaPerson person) => Person(person.Name, person.Organization);

    public static string Person(string name, string? organization) =>
        organization is null ? Format.Name(name) : Texts.Page("dialogue.person", Format.Name(name), Format.Name(organization));

    /// <summary>What became of a commitment that came of an outcome.</summary>
    public static string Became(OutcomeCommitment commitment)
    {
        var by = Format.Name(commitment.OrganizationName);
        return commitment switch
        {
            { Status: CommitmentStatus.Draft } => Texts.Page("outcome.became.draft", by),
            { Status: CommitmentStatus.Submitted } => Texts.Page("outcome.became.submitted", by),
            { IsOverdue: true } => Texts.Count("outcome.became.overdue", commitment.DaysOverdue, by),
            { Status: CommitmentStatus.Active, DueDate: { } due } => Texts.Page("outcome.became.active", by, due),
            { ClosedOn: { } on } => Texts.Page("outcome.became.ended", by, commitment.Status, on),
            _ => Texts.Page("outcome.became.otherwise", by, commitment.Status),
        };
    }
}
