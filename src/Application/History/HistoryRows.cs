using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.History;

internal static class HistoryRows
{
    /// <summary>
    /// Events about organizations that everyone who sees the organization may see. Events about people and keys are visible to the
    /// organization itself.
    /// </summary>
    private static readonly string[] OfOrganizations = ["organizationRegistered", "organizationChanged"];

    /// <summary>The event of what was removed with an import; the row that it is about does not exist any more.</summary>
    public const string ImportUndone = "importUndone";

    /// <summary>
    /// All entries, or those of the commitments, partnerships, organizations, initiatives and dialogues that the caller may see.
    /// </summary>
    public static IQueryable<HistoryEntry> VisibleTo(this IQueryable<HistoryEntry> entries, ITrackerDb db, ICurrentUser user)
    {
        if (user.SeesEverything())
            return entries;

        // The history stores plain GUIDs; the cast compares with the stored value of a typed id.
        var commitments = db.Commitments.VisibleTo(db, user).Select(c => (Guid?)(object)c.Id);
        var partnerships = db.Partnerships.VisibleTo(db, user).Select(p => (Guid?)(object)p.Id);
        var organizations = db.Organizations.VisibleTo(db, user).Select(o => (Guid?)(object)o.Id);
        var dialogues = db.Dialogues.VisibleTo(db, user).Select(d => (Guid?)(object)d.Id);
        var organization = user.OrganizationId?.Value;
        var own = user.Role is { } role && RoleTable.Allows(role, Right.ManagePeople) ? user.OrganizationId?.Value : null;
        var readsInitiatives = user.ReadsInitiatives();
        return entries.Where(h =>
            (h.CommitmentId != null && commitments.Contains(h.CommitmentId))
            || (h.DialogueId != null && dialogues.Contains(h.DialogueId))
            || (h.Event == ImportUndone && h.OrganizationId != null && h.OrganizationId == organization)
            || (h.CommitmentId == null && h.PartnershipId != null && partnerships.Contains(h.PartnershipId))
            || (h.InitiativeId != null && readsInitiatives)
            || (
                h.CommitmentId == null
                && h.PartnershipId == null
                && h.InitiativeId == null
                && h.OrganizationId != null
                && (h.OrganizationId == own || (OfOrganizations.Contains(h.Event) && organizations.Contains(h.OrganizationId)))
            )
        );
    }

    public static IQueryable<HistoryEntry> Matching(this IQueryable<HistoryEntry> entries, HistoryFilter filter)
    {
        if (filter.CommitmentId is { } commitment)
            entries = entries.Where(h => h.CommitmentId == commitment);
        if (filter.PartnershipId is { } partnership)
            entries = entries.Where(h => h.PartnershipId == partnership);
        if (filter.OrganizationId is { } organization)
            entries = entries.Where(h => h.OrganizationId == organization);
        if (filter.InitiativeId is { } initiative)
            entries = entries.Where(h => h.InitiativeId == initiative);
        if (filter.DialogueId is { } dialogue)
            entries = entries.Where(h => h.DialogueId == dialogue);
        if (filter.ActorId is { } actor)
            entries = entries.Where(h => h.ActorId == actor);
        if (filter.Event is { } name)
            entries = entries.Where(h => h.Event == name);
        if (filter.From is { } from)
        {
            var first = StartOf(from);
            entries = entries.Where(h => h.At >= first);
        }

        if (filter.To is { } to)
        {
            var end = StartOf(to.AddDays(1));
            entries = entries.Where(h => h.At < end);
        }

        return entries;
    }

    public static readonly Expression<Func<HistoryEntry, HistoryFacts>> Facts = h => new HistoryFacts(
        h.Seq,
        h.At,
        h.ActorKind,
        h.ActorId,
        h.Event,
        h.CommitmentId,
        h.OrganizationId,
        h.PartnershipId,
        h.InitiativeId,
        h.DialogueId,
        h.Data
    );

    public static IQueryable<HistoryFacts> AsFacts(this IQueryable<HistoryEntry> entries) => entries.Select(Facts);

    /// <summary>Turns stored entries into lines with names and sentences.</summary>
    public static async Task<IEnumerable<HistoryLine>> AsLinesAsync(
        this IReadOnlyCollection<HistoryFacts> entries,
        ITrackerDb db,
        ICurrentUser user,
        IVocabulary vocabulary,
        CancellationToken ct
    )
    {
        var facts = entries.ToDictionary(h => h.Seq, h => JsonElement.Parse(h.Data));
        var (milestones, outcomes, steps) = (OfFlags("milestoneId"), OfFlags("outcomeId"), OfFlags("outcomeStepId"));
        var names = await HistoryNames.ReadAsync(
            db,
            user,
            entries.Select(h => h.By),
            milestones.Values.Select(id => new MilestoneId(id)),
            entries.SelectMany(h => Sentence.OrganizationsIn(h.Event, facts[h.Seq])),
            ct,
            outcomes.Values.Select(id => new OutcomeId(id)),
            steps.Values.Select(id => new OutcomeStepId(id))
        );

        // A flag's entry holds the id of its milestone, outcome or step; its sentence needs the title.
        foreach (var (seq, id) in milestones)
            Add(seq, "title", names.Milestones.GetValueOrDefault(new MilestoneId(id)));
        foreach (var (seq, id) in outcomes)
            Add(seq, "title", names.Outcomes.GetValueOrDefault(new OutcomeId(id)));
        foreach (var (seq, id) in steps)
            Add(seq, "step", names.Steps.GetValueOrDefault(new OutcomeStepId(id)));

        return entries.Select(h =>
        {
            var (by, data) = (names.Actors[h.By], facts[h.Seq]);
            return new HistoryLine(
                h.At,
                by,
                h.Event,
                Sentence.Of(h.Event, by, data, names.Organizations, vocabulary),
                data,
                h.CommitmentId,
                h.PartnershipId,
                h.OrganizationId,
                h.InitiativeId,
                h.DialogueId
            );
        });

        Dictionary<long, Guid> OfFlags(string fact) =>
            entries
                .Where(h => h.Event is "flagRaised" or "flagCleared" && facts[h.Seq].TryGetProperty(fact, out _))
                .ToDictionary(h => h.Seq, h => facts[h.Seq].GetProperty(fact).GetGuid());

        void Add(long seq, string fact, string? value)
        {
            var data = JsonObject.Create(facts[seq])!;
            data[fact] = value;
            facts[seq] = JsonSerializer.SerializeToElement(data);
        }
    }

    private static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
