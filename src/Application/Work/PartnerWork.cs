using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Work;

/// <summary>
/// What needs the people of an organization. Each list is a filter of the list of commitments or dialogues, or that of unanswered voices,
/// which shows the same number.
/// </summary>
internal sealed class PartnerWork(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary, TimeProvider time)
{
    private const int DaysAhead = 30;

    public async Task<WorkToDo> OfAsync(OrganizationId own, CancellationToken ct)
    {
        var now = time.GetUtcNow();

        // The day in UTC is enough for a period of weeks; what is overdue is decided by the stored instants.
        var until = DueDay.Today(now, TimeZoneInfo.Utc).AddDays(DaysAhead);
        var overdue = new Filtered($"overdue=true&organizationId={own.Value}", new() { OrganizationId = own.Value, Overdue = true });
        var reportsDue = new Filtered(
            $"reportDueTo={DateRules.Iso(until)}&organizationId={own.Value}",
            new() { OrganizationId = own.Value, ReportDueTo = until }
        );
        var returned = new Filtered($"returned=true&organizationId={own.Value}", new() { OrganizationId = own.Value, Returned = true });
        var reportsReturned = new Filtered($"reportReturnedTo={own.Value}", new() { ReportReturnedTo = own.Value });
        var dueSoon = new Filtered(
            $"status=active&overdue=false&reportedComplete=false&dueTo={DateRules.Iso(until)}&organizationId={own.Value}",
            new()
            {
                OrganizationId = own.Value,
                Status = CommitmentStatus.Active,
                Overdue = false,
                ReportedComplete = false,
                DueTo = until,
            }
        );
        var drafts = new Filtered(
            $"status=draft&returned=false&organizationId={own.Value}",
            new()
            {
                OrganizationId = own.Value,
                Status = CommitmentStatus.Draft,
                Returned = false,
            }
        );

        var notTakenUp = user.Organizes(own) ? db.Dialogues.Where(d => d.OrganizationId == own).WhereNotTakenUp(db) : null;

        Filtered[] all = [overdue, reportsDue, returned, reportsReturned, dueSoon, drafts];
        List<IQueryable<long>> counted = [.. all.Select(list => RowsOf(list, now).Select(c => c.Seq))];
        if (notTakenUp is not null)
            counted.Add(notTakenUp.Select(d => d.Seq));
        var unanswered = db.Voices.WhereUnanswered().WhereAnsweredBy(db, own);
        counted.Add(unanswered.Select(v => v.Seq));
        var counts = await WorkLists.CountAsync(counted, ct);
        var shown = await WorkRows.ReadAsync([First(RowsOf(overdue, now)), First(RowsOf(dueSoon, now))], notTakenUp, db, now, ct);
        return new WorkToDo
        {
            Overdue = ListOf(overdue, shown.Commitments[0]),
            ReportsDue = await ReportsDueAsync(),
            Returned = await DraftsAsync(returned),
            ReportsReturned = await ReportsReturnedAsync(),
            DueSoon = ListOf(dueSoon, shown.Commitments[1]),
            Drafts = await DraftsAsync(drafts),
            UnansweredVoices = new(counts[counted.Count - 1], "voices/unanswered", await UnansweredAsync()),
            NotTakenUp = notTakenUp is null
                ? null
                : new(counts[all.Length], $"dialogues?notTakenUp=true&organizationId={own.Value}", shown.Dialogues),
        };

        WorkList<T> ListOf<T>(Filtered list, IReadOnlyList<T> items) =>
            new(counts[Array.IndexOf(all, list)], "commitments?" + list.Address, items);

        async Task<IReadOnlyList<VoiceDetails>> UnansweredAsync()
        {
            var rows = await unanswered.AsNoTracking().OrderBy(v => v.Seq).Take(WorkLists.Shown).Select(VoiceRows.Row(db)).ToListAsync(ct);
            return rows.ConvertAll(row => row.For(user, vocabulary));
        }

        async Task<WorkList<CommitmentWork>> ReportsDueAsync()
        {
            var rows = await RowsOf(reportsDue, now)
                .OrderBy(c => c.ReportDueAt)
                .ThenBy(c => c.Seq)
                .Take(WorkLists.Shown)
                .Join(db.Organizations, c => c.OrganizationId, o => o.Id, (c, o) => new { Commitment = c, Organization = o })
                .OrderBy(row => row.Commitment.ReportDueAt)
                .ThenBy(row => row.Commitment.Seq)
                .Select(row => new WorkRow(
                    row.Commitment.Id.Value,
                    row.Commitment.Title,
                    row.Organization.Id.Value,
                    row.Organization.Name,
                    row.Commitment.ReportDueOn,
                    row.Organization.TimeZone
                ))
                .ToListAsync(ct);
            return ListOf(reportsDue, rows.ConvertAll(row => row.At(now)));
        }

        async Task<WorkList<CommitmentWork>> ReportsReturnedAsync()
        {
            var returns = db.UnansweredReturns(own);
            var rows = await First(RowsOf(reportsReturned, now))
                .Join(db.Organizations, c => c.OrganizationId, o => o.Id, (c, o) => new { Commitment = c, Organization = o })
                .OrderBy(row => row.Commitment.DueDateKey)
                .ThenBy(row => row.Commitment.Seq)
                .Select(row => new
                {
                    Work = new WorkRow(
                        row.Commitment.Id.Value,
                        row.Commitment.Title,
                        row.Organization.Id.Value,
                        row.Organization.Name,
                        row.Commitment.ReportDueOn,
                        row.Organization.TimeZone
                    ),
                    Report = returns.Where(r => r.CommitmentId == row.Commitment.Id).Select(r => new { r.Id, r.ReviewNote }).First(),
                })
                .ToListAsync(ct);
            return ListOf(
                reportsReturned,
                rows.ConvertAll(row => row.Work.At(now) with { ReportId = row.Report.Id.Value, Reason = row.Report.ReviewNote })
            );
        }

        async Task<WorkList<DraftWork>> DraftsAsync(Filtered list)
        {
            var rows = await First(RowsOf(list, now))
                .Select(c => new DraftRow
                {
                    Id = c.Id.Value,
                    DueDate = c.DueDate,
                    ReturnReason = c.ReturnReason,
                    Subject = new SmartSubject
                    {
                        Title = c.Title,
                        Description = c.Description,
                        HasContact = db.Contacts.Any(contact => contact.OrganizationId == c.OrganizationId),
                        Measure = c.Measure,
                        Funding = c.Funding,
                        Context = new CommitmentContext(
                            c.Context.TargetGroup,
                            c.Context.Place,
                            c.Context.Resources,
                            c.Context.FundingStatus,
                            c.Context.Risks,
                            c.Context.StatedNeed
                        ),
                        Pillar = c.Pillar,
                        Themes = c.Themes,
                        StatesCountry = c.Countries.Any(country => country.IsStated),
                        StartDate = c.StartDate,
                        HasMilestone = c.Milestones.Any(m => m.DroppedOn == null),
                        HasSdgTarget = c.Targets.Any(),
                        HasDueDate = c.DueDate != null,
                    },
                    PartnershipIsActive = db.Partnerships.Any(p => p.Id == c.PartnershipId && p.Status == PartnershipStatus.Active),
                })
                .AsNoTracking()
                .ToListAsync(ct);
            return ListOf(list, rows.ConvertAll(row => row.ToWork()));
        }
    }

    private IQueryable<Commitment> RowsOf(Filtered list, DateTimeOffset now) =>
        db.Commitments.VisibleTo(db, user).Matching(list.Filter, db, now);

    private static IQueryable<Commitment> First(IQueryable<Commitment> rows) =>
        rows.OrderBy(c => c.DueDateKey).ThenBy(c => c.Seq).Take(WorkLists.Shown);

    /// <param name="Address">The same filter in the address of the list.</param>
    private sealed record Filtered(string Address, CommitmentFilter Filter);

    /// <summary>What the SMART rubric and the submission ask of a draft.</summary>
    private sealed record DraftRow
    {
        public required Guid Id { get; init; }

        public required DateOnly? DueDate { get; init; }

        public required string? ReturnReason { get; init; }

        public required SmartSubject Subject { get; init; }

        public required bool PartnershipIsActive { get; init; }

        public DraftWork ToWork()
        {
            var readiness = SmartReadiness.Of(Subject);
            var refusal = CommitmentState
                .OfDraft(hasDueDate: Subject.HasDueDate, hasSdgTarget: Subject.HasSdgTarget)
                .WhyNotSubmit(PartnershipIsActive, Subject.HasContact);
            return new DraftWork
            {
                CommitmentId = Id,
                Title = Subject.Title,
                DueOn = DueDate,
                Reason = ReturnReason,
                NotYet = refusal is null ? null : new Remark(refusal.Code, Texts.Error(refusal.Code, refusal.Args)),
                Missing = [.. readiness.Ingredients.Where(i => i.Score < 1).Select(IngredientAnswer.Of)],
            };
        }
    }
}

/// <summary>A commitment as read from the database, before anything is said about now.</summary>
internal sealed record WorkRow(
    Guid CommitmentId,
    string Title,
    Guid OrganizationId,
    string OrganizationName,
    DateOnly? DueOn,
    string TimeZone
)
{
    public CommitmentWork At(DateTimeOffset now) =>
        new()
        {
            CommitmentId = CommitmentId,
            Title = Title,
            OrganizationId = OrganizationId,
            OrganizationName = OrganizationName,
            DueOn = DueOn,
            DaysLeft = DueOn is { } due ? due.DayNumber - DueDay.Today(now, Codes.TimeZone(TimeZone)).DayNumber : null,
        };
}
