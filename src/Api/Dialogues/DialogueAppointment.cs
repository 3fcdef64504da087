using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;

namespace PartnershipTracker.Api.Dialogues;

/// <summary>What a calendar shows of a dialogue.</summary>
internal sealed record DialogueAppointment
{
    public required string Title { get; init; }

    public required string Question { get; init; }

    public required string? Place { get; init; }

    /// <summary>The address of an online meeting.</summary>
    public required string? Link { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required Agenda Agenda { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required int Version { get; init; }

    /// <summary>The address of its page, which needs an account; null for participants, who may have none.</summary>
    public string? Page { get; init; }

    /// <summary>The end of the last segment; the start while there are none.</summary>
    public DateTimeOffset EndsAt => Agenda.Segments.Count == 0 ? StartsAt : Agenda.Segments[^1].EndsAt;

    public static DialogueAppointment Of(DialogueDetails dialogue, Agenda agenda, PublicUrl url) =>
        new()
        {
            Title = dialogue.Title,
            Question = dialogue.Question,
            Place = dialogue.Place,
            Link = dialogue.Link,
            StartsAt = dialogue.StartsAt,
            Agenda = agenda,
            UpdatedAt = dialogue.UpdatedAt,
            Version = dialogue.Version,
            Page = url.To(Links.Dialogue(dialogue.Id)),
        };

    public static DialogueAppointment Of(DialogueLinkPage dialogue) =>
        new()
        {
            Title = dialogue.Title,
            Question = dialogue.Question,
            Place = dialogue.Place,
            Link = dialogue.Link,
            StartsAt = dialogue.StartsAt,
            Agenda = dialogue.Agenda,
            UpdatedAt = dialogue.UpdatedAt,
            Version = dialogue.Version,
        };
}
