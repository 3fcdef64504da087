using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>A dialogue with its details, and how much belongs to it.</summary>
public sealed record DialogueDetails
{
    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    public string Question { get; init; } = "";

    public string? Purpose { get; init; }

    public string? Place { get; init; }

    public string? Link { get; init; }

    public DialogueStatus Status { get; init; }

    /// <summary>The instant at which it begins (UTC).</summary>
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>When the last segment ends (UTC).</summary>
    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>The day in its time zone.</summary>
    public DateOnly StartsOn => DueDay.Today(StartsAt, Codes.TimeZone(TimeZone));

    /// <summary>The time in its time zone, as HH:mm.</summary>
    public string StartTime =>
        LocalTime.Of(StartsAt, Codes.TimeZone(TimeZone)).ToString(DialogueDraft.TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>IANA id.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>The duration of all segments together.</summary>
    public int Minutes { get; init; }

    /// <summary>The stakeholder groups that are invited.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The organization whose officers organize it.</summary>
    public Guid OrganizationId { get; init; }

    public string OrganizationName { get; init; } = "";

    public Guid? PartnershipId { get; init; }

    /// <summary>Null where there is no partnership, or the caller may not see it.</summary>
    public string? PartnershipName { get; init; }

    public int Segments { get; init; }

    /// <summary>Those who are invited.</summary>
    public int Participants { get; init; }

    public int Accepted { get; init; }

    public int Notes { get; init; }

    /// <summary>Parked questions that are not answered yet.</summary>
    public int OpenQuestions { get; init; }

    public int Outcomes { get; init; }

    /// <summary>Outcomes on which a voice of a community differs from what was agreed.</summary>
    public int VoicesDiffer { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The day by which outcomes should be taken up; null where the organizers set none.</summary>
    public DateOnly? TakeUpBy { get; init; }

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }
}

internal static class DialogueProjection
{
    /// <summary>Those that begin last, for a part of a page about something else.</summary>
    public static async Task<IReadOnlyList<DialogueDetails>> LatestAsync(
        this IQueryable<Dialogue> dialogues,
        int count,
        ITrackerDb db,
        ICurrentUser user,
        CancellationToken ct
    ) => await dialogues.OrderByDescending(d => d.StartsAt).ThenByDescending(d => d.Seq).Take(count).AsDetails(db, user).ToListAsync(ct);

    public static IQueryable<DialogueDetails> AsDetails(this IQueryable<Dialogue> dialogues, ITrackerDb db, ICurrentUser user)
    {
        var partnerships = db.Partnerships.VisibleTo(db, user);
        var diverging = db.Voices.WhereDiverging(db);
        return dialogues.Select(d => new DialogueDetails
        {
            Id = d.Id.Value,
            Title = d.Title,
            Question = d.Question,
            Purpose = d.Purpose,
            Place = d.Place,
            Link = d.Link,
            Status = d.Status,
            StartsAt = d.StartsAt,
            TimeZone = d.TimeZone,
            Minutes = db.DialogueSegments.Where(s => s.DialogueId == d.Id).Sum(s => s.Minutes),
            Groups = d.Groups,
            OrganizationId = d.OrganizationId.Value,
            OrganizationName = db.Organizations.Where(o => o.Id == d.OrganizationId).Select(o => o.Name).First(),
            PartnershipId = d.PartnershipId == null ? null : d.PartnershipId.Value.Value,
            PartnershipName = partnerships.Where(p => p.Id == d.PartnershipId).Select(p => p.Name).FirstOrDefault(),
            Segments = db.DialogueSegments.Count(s => s.DialogueId == d.Id),
            Participants = db.DialogueParticipants.Count(p => p.DialogueId == d.Id && p.RemovedAt == null),
            Accepted = db.DialogueParticipants.Count(p =>
                p.DialogueId == d.Id && p.RemovedAt == null && p.Answer == InvitationAnswer.Accepted
            ),
            Notes = db.DialogueNotes.Count(n => n.DialogueId == d.Id),
            OpenQuestions = db.DialogueQuestions.Count(q => q.DialogueId == d.Id && q.AnsweredAt == null),
            Outcomes = db.Outcomes.Count(o => o.DialogueId == d.Id),
            VoicesDiffer = db.Outcomes.Count(o => o.DialogueId == d.Id && diverging.Any(v => v.ClaimId == (Guid)(object)o.Id)),
            PublishedAt = d.PublishedAt,
            TakeUpBy = d.TakeUpBy,
            UpdatedAt = d.UpdatedAt,
            Version = d.Version,
        });
    }
}
