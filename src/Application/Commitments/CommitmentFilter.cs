using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Filters a list of commitments; a field that is null does not filter.</summary>
public record CommitmentFilter
{
    /// <summary>Whether the commitment is overdue now.</summary>
    public bool? Overdue { get; init; }

    /// <summary>Withdrawn or superseded while overdue.</summary>
    public bool? EndedOverdue { get; init; }

    /// <summary>
    /// Accepted, whatever its status is now: without drafts and submitted ones, and without those that were withdrawn before acceptance.
    /// </summary>
    public bool? Accepted { get; init; }

    /// <summary>Reported complete and awaiting review.</summary>
    public bool? ReportedComplete { get; init; }

    public Guid? OrganizationId { get; init; }

    public Guid? PartnershipId { get; init; }

    /// <summary>The initiative that it takes up.</summary>
    public Guid? InitiativeId { get; init; }

    /// <summary>The dialogue that it comes from.</summary>
    public Guid? DialogueId { get; init; }

    /// <summary>The outcome of a dialogue that it comes from, as a whole or one of its steps.</summary>
    public Guid? OutcomeId { get; init; }

    /// <summary>The step of a pathway that it comes from.</summary>
    public Guid? OutcomeStepId { get; init; }

    public CommitmentStatus? Status { get; init; }

    /// <summary>1 to 17.</summary>
    public int? SdgGoal { get; init; }

    public string? SdgTarget { get; init; }

    /// <summary>ISO 3166-1 alpha-2 or alpha-3.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The code of a pillar.</summary>
    public string? Pillar { get; init; }

    /// <summary>The code of a theme.</summary>
    public string? Theme { get; init; }

    public Sector? Sector { get; init; }

    public ReportingFrequency? ReportingFrequency { get; init; }

    /// <summary>Whether its due date was ever moved.</summary>
    public bool? Moved { get; init; }

    /// <summary>The due date was moved at least this many times.</summary>
    public int? TimesMovedFrom { get; init; }

    /// <summary>The due date has slipped by at least this many days.</summary>
    public int? DaysSlippedFrom { get; init; }

    public SmartLevel? SmartLevel { get; init; }

    /// <summary>Behind its plan by more than the margin.</summary>
    public bool? OffTrack { get; init; }

    /// <summary>The next progress report is overdue.</summary>
    public bool? ReportOverdue { get; init; }

    /// <summary>The next progress report is due by this day, or was.</summary>
    public DateOnly? ReportDueTo { get; init; }

    /// <summary>
    /// The id of an organization: one of its progress reports was returned, and it has sent no newer one.
    /// </summary>
    public Guid? ReportReturnedTo { get; init; }

    /// <summary>A draft that a reviewer returned.</summary>
    public bool? Returned { get; init; }

    /// <summary>Open, but nobody can be reached about it, because its organization has no contact.</summary>
    public bool? Orphaned { get; init; }

    /// <summary>The review of a progress report or change request is overdue.</summary>
    public bool? ReviewOverdue { get; init; }

    /// <summary>Reported complete, but no progress report has a file or a working link as evidence.</summary>
    public bool? ReportedCompleteWithoutEvidence { get; init; }

    public DateOnly? DueFrom { get; init; }

    public DateOnly? DueTo { get; init; }

    /// <summary>What communities say about it.</summary>
    public VoiceFilter? Voices { get; init; }

    /// <summary>Part of the title or of the organization's name; case and accents are ignored.</summary>
    public string? Q { get; init; }
}

internal sealed class CommitmentFilterValidator<T> : AbstractValidator<T>
    where T : CommitmentFilter
{
    public CommitmentFilterValidator(IVocabulary vocabulary)
    {
        RuleFor(q => q.Status).IsKnownValue();
        RuleFor(q => q.SdgGoal).InclusiveBetween(1, Limits.MaxSdgGoal).WithText("form.between", 1, Limits.MaxSdgGoal);
        RuleFor(q => q.Pillar).IsTerm(vocabulary, VocabularyKind.Pillar, orRetired: true);
        RuleFor(q => q.Theme).IsTerm(vocabulary, VocabularyKind.Theme, orRetired: true);
        RuleFor(q => q.Sector).IsKnownValue();
        RuleFor(q => q.SmartLevel).IsKnownValue();
        RuleFor(q => q.ReportingFrequency).IsKnownValue();
        RuleFor(q => q.Voices).IsKnownValue();
        RuleFor(q => q.DueFrom).OptionalDay();
        RuleFor(q => q.DueTo).OptionalDay();
        RuleFor(q => q.ReportDueTo).OptionalDay();
        RuleFor(q => q.Q).OptionalLine(Limits.Search);
        RuleFor(q => q.SdgTarget).OptionalLine(Limits.CodeInput);
        RuleFor(q => q.CountryCode).OptionalLine(Limits.CodeInput);
    }
}

internal static class CommitmentFilters
{
    public static IQueryable<Commitment> Matching(
        this IQueryable<Commitment> rows,
        CommitmentFilter filter,
        ITrackerDb db,
        DateTimeOffset now
    )
    {
        if (filter.Overdue is true)
            rows = rows.WhereOverdue(now);
        if (filter.Overdue is false)
            rows = rows.WhereNotOverdue(now);
        if (filter.EndedOverdue is { } endedOverdue)
            rows = rows.Where(c => c.EndedOverdueOn != null == endedOverdue);
        if (filter.Accepted is { } accepted)
            rows = rows.Where(c => c.WasAccepted == accepted);
        if (filter.ReportedComplete is true)
            rows = rows.WhereReportedComplete();
        if (filter.ReportedComplete is false)
            rows = rows.WhereNotReportedComplete();
        if (filter.OrganizationId is { } organization)
            rows = rows.Where(c => c.OrganizationId == new OrganizationId(organization));
        if (filter.PartnershipId is { } partnership)
            rows = rows.Where(c => c.PartnershipId == new PartnershipId(partnership));
        rows = rows.MatchingOrigin(filter);
        if (filter.Status is { } status)
            rows = rows.Where(c => c.Status == status);
        if (filter.SdgGoal is { } goal)
            rows = rows.Where(c => db.CommitmentTargets.Any(t => t.CommitmentId == c.Id && t.Goal == goal));
        if (Blank.ToNull(filter.SdgTarget) is { } target)
        {
            var code = Codes.SdgTarget(target, "sdgTarget").Code;
            rows = rows.Where(c => db.CommitmentTargets.Any(t => t.CommitmentId == c.Id && t.Code == code));
        }

        if (Codes.UnknownCountry.Equals(Blank.ToNull(filter.CountryCode), StringComparison.OrdinalIgnoreCase))
        {
            rows = rows.WhereCountryUnknown(db);
        }
        else if (Blank.ToNull(filter.CountryCode) is { } country)
        {
            var code = Codes.Country(country);
            rows = rows.Where(c => db.CommitmentCountries.Any(row => row.CommitmentId == c.Id && row.Code == code));
        }

        if (filter.Pillar is { } pillar)
            rows = rows.Where(c => c.Pillar == pillar);
        if (filter.Theme is { } theme)
            rows = rows.Where(c => db.CommitmentThemes.Any(t => t.CommitmentId == c.Id && t.Code == theme));
        if (filter.Sector is { } sector)
            rows = rows.Join(db.Organizations.Where(o => o.Sector == sector), c => c.OrganizationId, o => o.Id, (c, _) => c);
        if (filter.ReportingFrequency is { } frequency)
            rows = rows.Where(c => c.ReportingFrequency == frequency);
        if (filter.Moved is true)
            rows = rows.Where(c => c.TimesMoved > 0);
        if (filter.Moved is false)
            rows = rows.Where(c => c.TimesMoved == 0);
        if (filter.TimesMovedFrom is { } times)
            rows = rows.Where(c => c.TimesMoved >= times);
        if (filter.DaysSlippedFrom is { } slipped)
            rows = rows.Where(c => c.DaysSlipped >= slipped);
        if (filter.SmartLevel is { } level)
            rows = rows.Where(c => c.SmartLevel == level);
        if (filter.OffTrack is true)
            rows = rows.Where(c => c.OffTrackAt <= now);
        if (filter.OffTrack is false)
            rows = rows.Where(c => c.OffTrackAt == null || c.OffTrackAt > now);
        if (filter.ReportOverdue is true)
            rows = rows.Where(c => c.ReportDueAt <= now);
        if (filter.ReportOverdue is false)
            rows = rows.Where(c => c.ReportDueAt == null || c.ReportDueAt > now);
        if (filter.ReportDueTo is { } reportDueTo)
            rows = rows.Where(c => c.ReportDueAt != null && c.ReportDueOn <= reportDueTo);
        if (filter.ReportReturnedTo is { } reporter)
            rows = rows.WhereReportReturnedTo(db, new OrganizationId(reporter));
        if (filter.Returned is true)
            rows = rows.Where(c => c.Status == CommitmentStatus.Draft && c.ReturnReason != null);
        if (filter.Returned is false)
            rows = rows.Where(c => c.Status != CommitmentStatus.Draft || c.ReturnReason == null);
        if (filter.Orphaned is true)
            rows = rows.WhereOrphaned(db);
        if (filter.Orphaned is false)
        {
            var orphaned = db.Commitments.WhereOrphaned(db).Select(c => c.Id);
            rows = rows.Where(c => !orphaned.Contains(c.Id));
        }

        if (filter.ReviewOverdue is true)
            rows = rows.Where(c => c.ReviewDueAt <= now);
        if (filter.ReviewOverdue is false)
            rows = rows.Where(c => c.ReviewDueAt == null || c.ReviewDueAt > now);
        if (filter.ReportedCompleteWithoutEvidence is { } without)
        {
            var supported = db.ProgressReports.Where(r => r.Evidence.Any(e => !e.IsDead)).Select(r => r.CommitmentId);
            var unsupported = db.Commitments.WhereReportedComplete().Where(c => !supported.Contains(c.Id)).Select(c => c.Id);
            rows = without
                ? rows.WhereReportedComplete().Where(c => !supported.Contains(c.Id))
                : rows.Where(c => !unsupported.Contains(c.Id));
        }

        if (filter.Voices is { } voices)
            rows = rows.Matching(voices, db);
        if (filter.DueFrom is { } from)
            rows = rows.Where(c => c.DueDateKey >= from && c.DueDate != null);
        if (filter.DueTo is { } to)
            rows = rows.Where(c => c.DueDateKey <= to);
        if (Blank.ToNull(filter.Q) is { } q)
        {
            var key = TextKey.Of(q);
            rows = rows.Where(c =>
                c.TitleKey.Contains(key) || db.Organizations.Any(o => o.Id == c.OrganizationId && o.NameKey.Contains(key))
            );
        }

        return rows;
    }

    /// <summary>By what they take up.</summary>
    private static IQueryable<Commitment> MatchingOrigin(this IQueryable<Commitment> rows, CommitmentFilter filter)
    {
        if (filter.InitiativeId is { } initiative)
            rows = rows.Where(c => c.InitiativeId == new InitiativeId(initiative));
        if (filter.DialogueId is { } dialogue)
            rows = rows.Where(c => c.DialogueId == new DialogueId(dialogue));
        if (filter.OutcomeId is { } outcome)
            rows = rows.Where(c => c.OutcomeId == new OutcomeId(outcome));
        if (filter.OutcomeStepId is { } step)
            rows = rows.Where(c => c.OutcomeStepId == new OutcomeStepId(step));
        return rows;
    }
}
