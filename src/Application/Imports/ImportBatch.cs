using System.Data;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Imports;

/// <summary>Some rows that are looked up, checked and saved together in one transaction.</summary>
internal sealed class ImportBatch(
    ITrackerDb db,
    IBulkInsert bulk,
    ImportId importId,
    DecisionContexts contexts,
    TimeProvider time,
    Claim claim
)
{
    private readonly HashSet<long> _seen = [];
    private readonly HashSet<long> _refusedKeys = [];
    private readonly HashSet<ImportId> _earlier = [];
    private readonly OrganizationDifferences _organizations = new();
    private List<ImportRow> _rows = [];
    private List<IReadOnlyList<RowIssue>> _refused = [];
    private List<RowIssue> _leftOut = [];

    public int Count => _rows.Count + _refused.Count + _leftOut.Count;

    /// <summary>The imports that brought in rows of this file before.</summary>
    public IReadOnlyCollection<ImportId> EarlierImports => _earlier;

    public void Add(ReadRow row)
    {
        if (row.Taken is { } taken && !_seen.Add(Hash(taken.Key)))
            Refuse([new RowIssue(row.Line, "sourceId", "import.duplicateSourceId", [taken.SourceId])]);
        else if (row.Taken is not null)
            _rows.Add(row.Taken);
        else if (row.Reasons is { } reasons)
            Refuse(reasons, row.Key);
        else
            _leftOut.Add(new RowIssue(row.Line, "sourceId", "import.example", []));
    }

    /// <summary>Keeps the key of a row that was saved before the import was interrupted.</summary>
    public void RememberSaved(ReadRow row)
    {
        if (row.Key is { } key)
            _seen.Add(Hash(key));
    }

    /// <returns>Whether the file has a row with this key, refused or not.</returns>
    public bool Has((string Partnership, string SourceId) key) =>
        Hash(key) is var hash && (_seen.Contains(hash) || _refusedKeys.Contains(hash));

    /// <param name="reasons">All reasons of one row.</param>
    /// <param name="key">Another row may still use it.</param>
    private void Refuse(IReadOnlyList<RowIssue> reasons, (string Partnership, string SourceId)? key = null)
    {
        _refused.Add(reasons);
        if (key is { } known)
            _refusedKeys.Add(Hash(known));
    }

    /// <summary>
    /// Saves all rows together. If that fails, each row is saved alone, so that only a row that cannot be saved is refused.
    /// </summary>
    /// <param name="lastLine">The line on which the last row begins.</param>
    /// <param name="hasAdvanced">See <see cref="Claim.ExtendAsync"/>.</param>
    /// <returns>The number of rows read in total.</returns>
    /// <exception cref="ImportCancelledException">A person has cancelled the import.</exception>
    public async Task<int> SaveAsync(int lastLine, bool hasAdvanced, CancellationToken ct)
    {
        var (rows, refused) = (_rows.ToList(), _refused.ToList());
        try
        {
            return await SaveTogetherAsync(lastLine, hasAdvanced, ct);
        }
        catch (Exception e) when (IsOfARow(e))
        {
            var read = 0;
            foreach (
                var (line, row, reasons) in rows.Select(r => (r.Line, (ImportRow?)r, (IReadOnlyList<RowIssue>?)null))
                    .Concat(refused.Select(r => (r[0].Line, (ImportRow?)null, (IReadOnlyList<RowIssue>?)r)))
                    .OrderBy(r => r.Line)
            )
                read = await SaveAloneAsync(line, row, reasons, hasAdvanced, ct);
            return read;
        }
    }

    private static long Hash((string Partnership, string SourceId) key) =>
        BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Partnership}\n{key.SourceId}")));

    private async Task<int> SaveAloneAsync(
        int line,
        ImportRow? row,
        IReadOnlyList<RowIssue>? reasons,
        bool hasAdvanced,
        CancellationToken ct
    )
    {
        try
        {
            (_rows, _refused) = (row is null ? [] : [row], reasons is null ? [] : [reasons]);
            return await SaveTogetherAsync(line, hasAdvanced, ct);
        }
        catch (Exception e) when (row is not null && IsOfARow(e))
        {
            (_rows, _refused) = (
                [],
                [
                    [new RowIssue(line, null, "import.rowNotSaved", [e.GetType().Name])],
                ]
            );
            return await SaveTogetherAsync(line, hasAdvanced, ct);
        }
    }

    /// <summary>Whether the error was caused by a row. Errors that may not occur again, such as conflicts, are not.</summary>
    private bool IsOfARow(Exception e) =>
        e is not (OperationCanceledException or ClaimLostException or ImportCancelledException) && !db.Session.IsTransient(e);

    private async Task<int> SaveTogetherAsync(int lastLine, bool hasAdvanced, CancellationToken ct)
    {
        var read = Count;
        db.Session.ClearTracked();
        await using var transaction = await db.Session.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        var import = await db.Imports.SingleAsync(i => i.Id == importId, ct);
        if (import.State != ImportState.Running)
            throw new ImportCancelledException();
        if (import is { DryRun: true, Preview: null })
            import.Show(ImportPreviewRow.Write(_rows));

        var known = await KnownRows.LookUpAsync(db, _rows, tracked: !import.DryRun, ct);
        var batch = new BatchDecisions();
        batch.Warnings.AddRange(_leftOut);
        foreach (var row in _rows)
            if (known.CommitmentOf(row) is { } id)
                batch.Again.Add((row, id));
            else
                Take(row, known, batch);
        var (revised, unchanged) = await new ReimportedRows(db, contexts, import, _earlier).CompareAsync(
            batch.Again,
            batch.Warnings,
            _refused,
            ct
        );
        if (!import.DryRun)
            await InsertAsync(batch, ct);

        await bulk.InsertAsync(
            [
                .. _refused.SelectMany(reasons => reasons).Select(issue => issue.ToItem(importId, isWarning: false)),
                .. batch.Warnings.Select(issue => issue.ToItem(importId, isWarning: true)),
            ],
            [],
            ct
        );
        await claim.ExtendAsync(db, time.GetUtcNow(), hasAdvanced, ct);
        import.Count(new ImportCounts(read, batch.Imported, _refused.Count, revised, unchanged, batch.Warnings.Count), lastLine);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        _organizations.Keep();
        (_rows, _refused, _leftOut) = ([], [], []);
        return import.Rows;
    }

    /// <summary>Only a partnership of which a row was taken is saved.</summary>
    private async Task InsertAsync(BatchDecisions batch, CancellationToken ct)
    {
        foreach (var proposed in batch.Partnerships.Where(p => p.Seq == 0))
        {
            proposed.MadeBy(importId);
            db.Partnerships.Add(proposed);
        }

        await db.SaveChangesAsync(ct);
        foreach (var made in batch.Taken.OfType<IImported>())
            made.MadeBy(importId);
        await bulk.InsertAsync(batch.Taken, [], ct);
        foreach (var partnership in batch.Partnerships.Where(p => p.Status == PartnershipStatus.Proposed))
            if (await db.Members.CountAsync(m => m.PartnershipId == partnership.Id, ct) is var members and >= Partnership.MinMembers)
                partnership.Activate(members);
    }

    /// <summary>
    /// Decides about all entities that a row creates: the commitment, its progress report, and where they are new the organization and its
    /// membership.
    /// </summary>
    private void Take(ImportRow row, KnownRows known, BatchDecisions batch)
    {
        try
        {
            var partnership = Checked(row.Line, "partnership.", () => known.PartnershipOf(row));
            var found = known.OrganizationOf(row);
            var organization = found ?? Checked(row.Line, "organization.", () => Organization.Register(row.Organization.ToProfile()));
            var context = contexts.Of(organization.TimeZone, known.Reachable.Contains(organization.Id));
            var (commitment, report) = Checked(
                row.Line,
                "",
                () =>
                {
                    var made = Commitment.Import(partnership.Id, organization, row.Commitment, context, row.SourceId, row.Past);
                    return (made, row.Progress is { } statement ? made.ReportProgress(organization.Id, statement, context) : null);
                }
            );
            var isMember = known.Members.Contains((partnership.Id, organization.Id));
            var member = isMember
                ? null
                : Checked(row.Line, "", () => partnership.Join(organization.Id, row.MemberRole, isMember, context.Today));

            known.Add(organization, row);
            known.Members.Add((partnership.Id, organization.Id));
            batch.Partnerships.Add(partnership);
            batch.Taken.AddRange(new Entity?[] { found is null ? organization : null, member, commitment, report }.OfType<Entity>());
            batch.Warnings.AddRange(row.Warnings);
            if (found is not null)
                batch.Warnings.AddRange(_organizations.About(row, found));
            batch.Imported++;
        }
        catch (RowRefusedException refused)
        {
            Refuse(refused.Reasons);
        }
    }

    private static T Checked<T>(int line, string prefix, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (DomainException refusal)
        {
            throw RowRefusedException.Of(line, refusal, prefix);
        }
    }

    /// <summary>What happens to the rows of a batch, apart from those that are refused.</summary>
    private sealed class BatchDecisions
    {
        public List<Entity> Taken { get; } = [];

        public HashSet<Partnership> Partnerships { get; } = [];

        /// <summary>The rows that were imported before.</summary>
        public List<(ImportRow Row, CommitmentId Commitment)> Again { get; } = [];

        public List<RowIssue> Warnings { get; } = [];

        public int Imported { get; set; }
    }
}
