using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Rows that were imported before: a draft takes their edits. What is accepted never changes by a file; each differing field is a warning,
/// and one change is requested if the import asks for it.
/// </summary>
/// <param name="earlier">Takes the imports that brought in the rows before.</param>
internal sealed class ReimportedRows(ITrackerDb db, DecisionContexts contexts, ImportRun import, HashSet<ImportId> earlier)
{
    private int _revised;
    private int _unchanged;

    /// <param name="warnings">Takes what differs.</param>
    /// <param name="refused">Takes rows that are refused.</param>
    /// <returns>The numbers of drafts that took edits, and of the other rows that were not refused.</returns>
    public async Task<(int Revised, int Unchanged)> CompareAsync(
        List<(ImportRow Row, CommitmentId Commitment)> rows,
        List<RowIssue> warnings,
        List<IReadOnlyList<RowIssue>> refused,
        CancellationToken ct
    )
    {
        if (rows.Count == 0)
            return default;
        var ids = rows.ConvertAll(r => r.Commitment);
        var commitments = await WithTerms(db.Commitments.AsNoTracking()).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        earlier.UnionWith(commitments.Values.Select(c => c.ImportId).OfType<ImportId>());
        foreach (var (row, id) in rows)
            try
            {
                warnings.AddRange(await CompareAsync(row, commitments[id], ct));
            }
            catch (DomainException refusal)
            {
                refused.Add(RowRefusedException.Of(row.Line, refusal).Reasons);
            }

        return (_revised, _unchanged);
    }

    private async Task<List<RowIssue>> CompareAsync(ImportRow row, Commitment here, CancellationToken ct)
    {
        var differences = Differences.Of(row, here);
        var isDraft = here.Status == CommitmentStatus.Draft;
        var edits = isDraft ? differences.FindAll(d => d.Field is not ("status" or "closedOn" or "originalDueDate")) : [];
        List<RowIssue> issues =
        [
            .. differences.Select(d => new RowIssue(
                row.Line,
                d.Field,
                edits.Contains(d) ? "import.draftRevised" : "import.differs",
                [d.Stored ?? "–", d.InFile]
            )),
        ];
        if (edits.Count > 0)
        {
            if (!import.DryRun)
                await ReviseAsync(row, here.Id, ct);
            _revised++;
            return issues;
        }

        if (
            import.RequestsChanges
            && here.Status == CommitmentStatus.Active
            && differences.ToRequest(row.Commitment, Texts.Page("changeRequest.fromFile", import.FileName)) is { } terms
        )
            issues.Add(await RequestAsync(row, here.Id, terms, ct));
        _unchanged++;
        return issues;
    }

    private async Task ReviseAsync(ImportRow row, CommitmentId id, CancellationToken ct)
    {
        var draft = await WithTerms(db.Commitments).Include(c => c.Supporters).SingleAsync(c => c.Id == id, ct);
        draft.Revise(
            await db.Organizations.GetAsync(draft.OrganizationId, ct),
            Differences.Merge(row.Commitment, draft),
            await contexts.OfAsync(draft.OrganizationId, ct)
        );
    }

    /// <summary>A dry run tries the request and saves nothing.</summary>
    private async Task<RowIssue> RequestAsync(ImportRow row, CommitmentId id, ChangeTerms terms, CancellationToken ct)
    {
        var rows = import.DryRun ? db.Commitments.AsNoTracking() : db.Commitments;
        var commitment = await rows.GetAsync(id, ct);
        try
        {
            var isPending = await db.ChangeRequests.IsPendingAsync(id, null, ct);
            var change = commitment.RequestChange(terms, isPending, await contexts.OfAsync(commitment.OrganizationId, ct));
            if (!import.DryRun)
                db.ChangeRequests.Add(change);
            return new RowIssue(row.Line, null, "import.changeRequested", []);
        }
        catch (DomainException refusal)
        {
            return new RowIssue(row.Line, refusal.Field, refusal.Code, refusal.Args);
        }
    }

    private static IQueryable<Commitment> WithTerms(IQueryable<Commitment> rows) =>
        rows.Include(c => c.Targets).Include(c => c.Countries).Include(c => c.ThemeRows).Include(c => c.Milestones).AsSplitQuery();
}
