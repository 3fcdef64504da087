using System.Data;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Removes what an import made, some rows at a time and from the commitments to the partnerships, so that it can be interrupted and goes on
/// where it stopped. History and versions stay. What a person has changed since is kept and named; flags, mails and seals are made by the
/// program and keep nothing.
/// </summary>
internal sealed class ImportRemoval(ITrackerDb db, IBulkInsert bulk, ICurrentUser user, TimeProvider time, ImportId importId, Claim claim)
{
    private const int AtOnce = 500;

    /// <summary>
    /// Events of the import itself, whose progress reports are shown with their import, and what follows from other changes: flags, and
    /// figures that are stored again.
    /// </summary>
    private static readonly string[] NoActs =
    [
        "commitmentImported",
        "commitmentSuccessorNamed",
        "progressReported",
        "memberJoined",
        "organizationRegistered",
        "partnershipProposed",
        "partnershipActivated",
        "flagRaised",
        "flagCleared",
        "recordUpdated",
    ];

    public async Task RunAsync(CancellationToken ct)
    {
        while (await RemoveSomeAsync(ct) != UndoStep.Over)
            await db.Session.LetOthersWriteAsync(ct);
    }

    /// <returns>The step that comes next.</returns>
    private async Task<UndoStep> RemoveSomeAsync(CancellationToken ct)
    {
        db.Session.ClearTracked();
        await using var transaction = await db.Session.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        var import = await db.Imports.SingleAsync(i => i.Id == importId, ct);
        var rows = await (
            import.UndoStep switch
            {
                UndoStep.Commitments => Next(
                    db.Commitments,
                    import,
                    c => new Row(c.Seq, ImportedKind.Commitment, c.Title, c.Id.Value, c.OrganizationId.Value, c.PartnershipId.Value)
                ),
                UndoStep.Memberships => Next(
                    db.Members,
                    import,
                    m => new Row(
                        m.Seq,
                        ImportedKind.Membership,
                        db.Organizations.Where(o => o.Id == m.OrganizationId).Select(o => o.Name).First(),
                        null,
                        m.OrganizationId.Value,
                        m.PartnershipId.Value
                    )
                ),
                UndoStep.Organizations => Next(
                    db.Organizations,
                    import,
                    o => new Row(o.Seq, ImportedKind.Organization, o.Name, null, o.Id.Value, null)
                ),
                _ => Next(db.Partnerships, import, p => new Row(p.Seq, ImportedKind.Partnership, p.Name, null, null, p.Id.Value)),
            }
        ).ToListAsync(ct);
        if (rows.Count == 0)
        {
            import.NextUndoStep(time.GetUtcNow());
        }
        else
        {
            var kept = await RemoveAsync(import.UndoStep, rows, ct);
            var named = rows.Where(row => kept.GetValueOrDefault(row.Seq) is not null).ToList();
            await bulk.InsertAsync(
                [
                    .. rows.Where(row => !kept.ContainsKey(row.Seq)).Select(Entry),
                    .. named.Select(row =>
                        new RowIssue(0, null, "import.kept", [row.Name, kept[row.Seq]]).ToItem(importId, isWarning: true)
                    ),
                ],
                [],
                ct
            );
            import.CountUndone(rows.Count - kept.Count, kept.Count, rows[^1].Seq);
        }

        await claim.ExtendAsync(db, time.GetUtcNow(), hasAdvanced: true, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return import.UndoStep;
    }

    private static IQueryable<Row> Next<T>(IQueryable<T> rows, ImportRun import, Expression<Func<T, Row>> row)
        where T : Entity, IImported =>
        rows.Where(r => r.ImportId == import.Id && r.Seq > import.UndoneUpTo).OrderBy(r => r.Seq).Take(AtOnce).Select(row);

    private HistoryEntry Entry(Row row) =>
        new(
            new HistorySubject(row.CommitmentId, row.OrganizationId, row.PartnershipId),
            HistoryRows.ImportUndone,
            HistoryJson.Write(new ImportUndone(importId, row.Kind, row.Name)),
            user.Actor,
            time.GetUtcNow()
        );

    /// <returns>
    /// The rows that are kept, with the event by which a person changed them; null where they are kept because others need them.
    /// </returns>
    private Task<Dictionary<long, string?>> RemoveAsync(UndoStep step, List<Row> rows, CancellationToken ct) =>
        step switch
        {
            UndoStep.Commitments => RemoveCommitmentsAsync(rows, ct),
            UndoStep.Memberships => RemoveMembersAsync(rows, ct),
            UndoStep.Organizations => RemoveOrganizationsAsync(rows, ct),
            UndoStep.Partnerships => RemovePartnershipsAsync(rows, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };

    private async Task<Dictionary<long, string?>> RemoveCommitmentsAsync(List<Row> rows, CancellationToken ct)
    {
        var seqs = Seqs(rows);

        // Locks the rows, so that nobody changes them between the check and the removal.
        await db
            .Commitments.Where(c => seqs.Contains(c.Seq))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ReturnReason, c => c.ReturnReason), ct);
        var changed = new Dictionary<Guid, string?>();
        var guids = rows.Select(row => row.CommitmentId).ToList();
        var ids = rows.ConvertAll(row => new CommitmentId(row.CommitmentId!.Value));
        foreach (
            var entry in await ByPeople()
                .Where(h => guids.Contains(h.CommitmentId))
                .Select(h => new { h.CommitmentId, h.Event })
                .Distinct()
                .ToListAsync(ct)
        )
            changed.TryAdd(entry.CommitmentId!.Value, entry.Event);
        foreach (
            var id in await db
                .ProgressReports.Where(r => ids.Contains(r.CommitmentId) && r.ImportId != importId)
                .Select(r => r.CommitmentId)
                .ToListAsync(ct)
        )
            changed.TryAdd(id.Value, "progressReported");
        foreach (
            var id in await db
                .Commitments.Where(c =>
                    ids.Contains(c.SuccessorId!.Value)
                    && (
                        c.ImportId != importId
                        || db.History.Any(h => h.CommitmentId == (Guid?)(object)c.Id && h.Event == "commitmentSuperseded")
                    )
                )
                .Select(c => c.SuccessorId!.Value)
                .ToListAsync(ct)
        )
            changed.TryAdd(id.Value, "commitmentSuperseded");

        var kept = rows.Where(row => changed.ContainsKey(row.CommitmentId!.Value))
            .ToDictionary(row => row.Seq, row => changed[row.CommitmentId!.Value]);
        ids.RemoveAll(id => changed.ContainsKey(id.Value));
        await RemoveWithPartsAsync(ids, ct);
        return kept;
    }

    private async Task RemoveWithPartsAsync(List<CommitmentId> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return;
        var now = time.GetUtcNow();
        var flags = await db.Flags.Where(f => ids.Contains(f.CommitmentId!.Value)).Select(f => f.Id).ToListAsync(ct);
        if (flags.Count > 0)
        {
            await db.WebhookDeliveries.Where(d => flags.Contains(d.FlagId!.Value)).ExecuteDeleteAsync(ct);
            await db.Flags.Where(f => flags.Contains(f.Id)).ExecuteDeleteAsync(ct);
        }

        await db.ReportLinks.Where(l => ids.Contains(l.CommitmentId)).ExecuteDeleteAsync(ct);

        // With a voice the commitment is kept; these links were never used.
        var links = db.VoiceInvitations.Where(i => ids.Contains(i.CommitmentId!.Value));
        var circles = await links.Select(i => new { i.ScopeId, i.OrganizationId }).Distinct().ToListAsync(ct);
        await links.ExecuteDeleteAsync(ct);
        foreach (var circle in circles)
            await db.AfterForgettingAsync(circle.ScopeId, circle.OrganizationId, ct);
        await db.ChangeRequests.Where(r => ids.Contains(r.CommitmentId)).ExecuteDeleteAsync(ct);
        await db.Assessments.Where(a => ids.Contains(a.CommitmentId)).ExecuteDeleteAsync(ct);
        await db.Payments.Where(p => ids.Contains(p.CommitmentId)).ExecuteDeleteAsync(ct);
        await db.Supporters.Where(s => ids.Contains(s.CommitmentId)).ExecuteDeleteAsync(ct);
        var reports = db.ProgressReports.Where(r => ids.Contains(r.CommitmentId));
        await db.Evidence.Where(e => reports.Any(r => r.Id == e.ReportId)).ExecuteDeleteAsync(ct);
        await reports.ExecuteDeleteAsync(ct);
        await db.ReportingPeriods.Where(p => ids.Contains(p.CommitmentId)).ExecuteDeleteAsync(ct);
        await db.Milestones.Where(m => ids.Contains(m.CommitmentId)).ExecuteDeleteAsync(ct);
        await db.CommitmentTargets.Where(t => ids.Contains(t.CommitmentId)).ExecuteDeleteAsync(ct);
        await db.CommitmentCountries.Where(c => ids.Contains(c.CommitmentId)).ExecuteDeleteAsync(ct);
        await db.CommitmentThemes.Where(t => ids.Contains(t.CommitmentId)).ExecuteDeleteAsync(ct);
        await db
            .CommitmentVersions.Where(v => ids.Contains(v.CommitmentId) && v.ValidTo == null)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.ValidTo, now), ct);
        await db.Commitments.Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync(ct);
    }

    /// <summary>A member stays while it has commitments in the partnership.</summary>
    private async Task<Dictionary<long, string?>> RemoveMembersAsync(List<Row> rows, CancellationToken ct)
    {
        var seqs = Seqs(rows);
        await db
            .Members.Where(m =>
                seqs.Contains(m.Seq)
                && !db.Commitments.Any(c =>
                    c.PartnershipId == m.PartnershipId
                    && (c.OrganizationId == m.OrganizationId || c.Supporters.Any(s => s.OrganizationId == m.OrganizationId))
                )
            )
            .ExecuteDeleteAsync(ct);
        return await KeptAsync(db.Members, seqs, ct);
    }

    private async Task<Dictionary<long, string?>> RemoveOrganizationsAsync(List<Row> rows, CancellationToken ct)
    {
        var seqs = Seqs(rows);
        await db
            .Organizations.Where(o => seqs.Contains(o.Seq))
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.Website, o => o.Website), ct);
        var changes = ByPeople().Where(h => h.CommitmentId == null && h.PartnershipId == null);
        var guids = rows.Select(row => row.OrganizationId).ToList();
        var changed = await FirstAsync(
            changes.Where(h => guids.Contains(h.OrganizationId)).Select(h => new RemovalChange(h.OrganizationId, h.Event)),
            ct
        );
        await db
            .Organizations.Where(o =>
                seqs.Contains(o.Seq)
                && !changes.Any(h => h.OrganizationId == (Guid?)(object)o.Id)
                && !db.Commitments.Any(c => c.OrganizationId == o.Id)
                && !db.Supporters.Any(s => s.OrganizationId == o.Id)
                && !db.Members.Any(m => m.OrganizationId == o.Id)
                && !db.ProgressReports.Any(r => r.OrganizationId == o.Id)
                && !db.Contacts.Any(c => c.OrganizationId == o.Id)
                && !db.Users.Any(u => u.OrganizationId == o.Id)
                && !db.ApiKeys.Any(k => k.OrganizationId == o.Id)
                && !db.Webhooks.Any(w => w.OrganizationId == o.Id)
                && !db.Initiatives.Any(i => i.OrganizationId == o.Id)
                && !db.InitiativeSupports.Any(s => s.OrganizationId == o.Id)
                && !db.Engagements.Any(e => e.OrganizationId == o.Id)
                && !db.Dialogues.Any(d => d.OrganizationId == o.Id)
            )
            .ExecuteDeleteAsync(ct);
        return Named(await KeptAsync(db.Organizations, seqs, ct), rows, row => row.OrganizationId, changed);
    }

    private async Task<Dictionary<long, string?>> RemovePartnershipsAsync(List<Row> rows, CancellationToken ct)
    {
        var seqs = Seqs(rows);
        await db
            .Partnerships.Where(p => seqs.Contains(p.Seq))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Summary, p => p.Summary), ct);
        var changes = ByPeople().Where(h => h.CommitmentId == null);
        var guids = rows.Select(row => row.PartnershipId).ToList();
        var changed = await FirstAsync(
            changes.Where(h => guids.Contains(h.PartnershipId)).Select(h => new RemovalChange(h.PartnershipId, h.Event)),
            ct
        );
        await db
            .Partnerships.Where(p =>
                seqs.Contains(p.Seq)
                && !changes.Any(h => h.PartnershipId == (Guid?)(object)p.Id)
                && !db.Commitments.Any(c => c.PartnershipId == p.Id)
                && !db.Members.Any(m => m.PartnershipId == p.Id)
                && !db.Initiatives.Any(i => i.PartnershipId == p.Id)
                && !db.Dialogues.Any(d => d.PartnershipId == p.Id)
                && !db.HealthCheckRounds.Any(r => r.PartnershipId == p.Id)
                && !db.Engagements.Any(e => e.PartnershipId == p.Id)
                && !db.ResultMeasures.Any(m => m.PartnershipId == p.Id)
            )
            .ExecuteDeleteAsync(ct);
        await db
            .VoiceSalts.Where(s => guids.Contains(s.ScopeId) && !db.Partnerships.Any(p => (Guid)(object)p.Id == s.ScopeId))
            .ExecuteDeleteAsync(ct);
        return Named(await KeptAsync(db.Partnerships, seqs, ct), rows, row => row.PartnershipId, changed);
    }

    /// <summary>What people have done, apart from what the import did in the name of a person.</summary>
    private IQueryable<HistoryEntry> ByPeople() =>
        db.History.Where(h => h.ActorKind != ActorKind.System && h.Event != HistoryRows.ImportUndone && !NoActs.Contains(h.Event));

    private static List<long> Seqs(List<Row> rows) => rows.ConvertAll(row => row.Seq);

    private static async Task<Dictionary<long, string?>> KeptAsync<T>(IQueryable<T> rows, List<long> seqs, CancellationToken ct)
        where T : Entity =>
        (await rows.Where(r => seqs.Contains(r.Seq)).Select(r => r.Seq).ToListAsync(ct)).ToDictionary(seq => seq, _ => (string?)null);

    private static async Task<Dictionary<Guid, string>> FirstAsync(IQueryable<RemovalChange> changes, CancellationToken ct) =>
        (await changes.Distinct().ToListAsync(ct)).GroupBy(c => c.Subject!.Value).ToDictionary(g => g.Key, g => g.First().Event);

    private static Dictionary<long, string?> Named(
        Dictionary<long, string?> kept,
        List<Row> rows,
        Func<Row, Guid?> subject,
        Dictionary<Guid, string> changed
    )
    {
        foreach (var row in rows.Where(row => kept.ContainsKey(row.Seq)))
            kept[row.Seq] = changed.GetValueOrDefault(subject(row)!.Value);
        return kept;
    }

    private sealed record Row(long Seq, ImportedKind Kind, string Name, Guid? CommitmentId, Guid? OrganizationId, Guid? PartnershipId);

    private sealed record RemovalChange(Guid? Subject, string Event);
}
