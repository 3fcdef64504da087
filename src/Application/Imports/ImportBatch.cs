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

/// <summary>A few hundred rows that are looked up, checked and saved together in one transaction.</summary>
internal sealed class ImportBatch(
    ITrackerDb db,
    IBulkInsert bulk,
    ImportId importId,
    bool dryRun,
    DecisionContexts contexts,
    TimeProvider time,
    Claim claim
)
{
    private readonly HashSet<long> _seen = [];
    private List<ImportRow> _rows = [];
    private List<IReadOnlyList<RowIssue>> _refused = [];

    private List<RowIssue> _leftOut = [];

    public int Count => _rows.Count + _refused.Count + _leftOut.Count;

    public void Add(ImportRow row)
    {
        if (Remember(row.Key))
            _rows.Add(row);
        else
            Refuse([new RowIssue(row.Line, "sourceId", "import.duplicateSourceId", [row.SourceId])]);
    }

    /// <param name="reasons">All reasons of one row.</param>
    public void Refuse(IReadOnlyList<RowIssue> reasons) => _refused.Add(reasons);

    /// <summary>The example of the template is no commitment of anybody.</summary>
    public void LeaveOutExample(int line) => _leftOut.Add(new RowIssue(line, "sourceId", "import.example", []));

    /// <returns>Whether the source id is new in this file.</returns>
    public bool Remember((string Partnership, string SourceId) key) =>
        _seen.Add(BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Partnership}\n{key.SourceId}"))));

    /// <summary>
    /// Saves all rows together. If that fails, each row is saved alone, so that only a row that cannot be saved is refused.
    /// </summary>
    /// <param name="lastLine">The line on which the last row begins.</param>
    /// <param name="hasAdvanced">See <see cref="Claim.ExtendAsync"/>.</param>
    /// <returns>The number of rows read in total.</returns>
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
    private bool IsOfARow(Exception e) => e is not (OperationCanceledException or ClaimLostException) && !db.Session.IsTransient(e);

    private async Task<int> SaveTogetherAsync(int lastLine, bool hasAdvanced, CancellationToken ct)
    {
        var read = Count;
        db.Session.Forget();
        await using var transaction = await db.Session.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        var import = await db.Imports.SingleAsync(i => i.Id == importId, ct);
        var partnerships = await FindOrProposeAsync(ct);
        var decided = Decide(partnerships, await LookUpAsync(partnerships, ct));

        if (!dryRun && decided.Taken.Count > 0)
        {
            await bulk.InsertAsync(decided.Taken, partnerships.Values, ct);
            foreach (var partnership in partnerships.Values.Where(p => p.Status == PartnershipStatus.Proposed))
                if (await db.Members.CountAsync(m => m.PartnershipId == partnership.Id, ct) is var members and >= Partnership.MinMembers)
                    partnership.Activate(members);
        }

        List<RowIssue> warnings = [.. _leftOut, .. decided.Warnings];
        await bulk.InsertAsync(
            [
                .. _refused.SelectMany(reasons => reasons).Select(issue => issue.ToItem(importId, isWarning: false)),
                .. warnings.Select(issue => issue.ToItem(importId, isWarning: true)),
            ],
            [],
            ct
        );
        await claim.ExtendAsync(db, time.GetUtcNow(), hasAdvanced, ct);
        import.Count(read, lastLine, decided.Imported, _refused.Count, decided.Unchanged, warnings.Count);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        (_rows, _refused, _leftOut) = ([], [], []);
        return import.Rows;
    }

    private (List<Entity> Taken, int Imported, List<RowIssue> Warnings, int Unchanged) Decide(
        Dictionary<string, Partnership> partnerships,
        Found found
    )
    {
        var taken = new List<Entity>();
        var warnings = new List<RowIssue>();
        var imported = 0;
        var unchanged = 0;
        foreach (var row in _rows)
        {
            if (found.Commitment(row) is { } known)
            {
                unchanged++;
                if (Difference(row, known) is { } difference)
                    warnings.Add(new RowIssue(row.Line, difference, "import.alreadyImported", [difference]));
                continue;
            }

            try
            {
                taken.AddRange(Take(row, partnerships[row.PartnershipKey], found));
                warnings.AddRange(row.Warnings);
                imported++;
            }
            catch (RowRefusedException refused)
            {
                Refuse(refused.Reasons);
            }
        }

        return (taken, imported, warnings, unchanged);
    }

    /// <summary>
    /// All entities that a row creates: the commitment, its progress report, and where they are new the organization and its membership.
    /// </summary>
    private List<Entity> Take(ImportRow row, Partnership partnership, Found found)
    {
        var sourceId = row.Organization.SourceId!;
        var isNew = !found.Organizations.TryGetValue(sourceId, out var organization);
        organization ??= Checked(row.Line, "organization.", () => Organization.Register(row.Organization.ToProfile()));
        var context = contexts.Of(organization.TimeZone, found.Reachable.Contains(organization.Id));
        var (commitment, report) = Checked(
            row.Line,
            "",
            () =>
            {
                var made = Commitment.Import(partnership.Id, organization, row.Commitment, context, row.SourceId, row.Past);
                return (made, row.Progress is { } statement ? made.ReportProgress(organization.Id, statement, context) : null);
            }
        );
        var isMember = found.Members.Contains((partnership.Id, organization.Id));
        var member = isMember
            ? null
            : Checked(row.Line, "", () => partnership.Join(organization.Id, row.MemberRole, isMember, context.Today));

        var taken = new List<Entity>();
        if (isNew)
            taken.Add(organization);
        found.Organizations[sourceId] = organization;
        found.Members.Add((partnership.Id, organization.Id));
        if (member is not null)
            taken.Add(member);
        taken.Add(commitment);
        if (report is not null)
            taken.Add(report);
        return taken;
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

    /// <summary>A row that was already imported is never changed by a file; a difference is reported as a warning.</summary>
    private static string? Difference(ImportRow row, Known known) =>
        (row.Past?.OriginalDueDate ?? row.Commitment.DueDate) != known.OriginalDueDate
        || (row.Past is not null && row.Commitment.DueDate != known.DueDate)
            ? "dueDate"
        : row.Commitment.Title.Trim() != known.Title ? "title"
        : null;

    /// <summary>
    /// Finds or proposes the partnerships of the rows, by name key. Rows whose partnership cannot be proposed are refused.
    /// </summary>
    private async Task<Dictionary<string, Partnership>> FindOrProposeAsync(CancellationToken ct)
    {
        var keys = _rows.Select(r => r.PartnershipKey).Distinct().ToList();
        var partnerships = new Dictionary<string, Partnership>();
        foreach (var known in await db.Partnerships.Where(p => keys.Contains(p.NameKey)).OrderBy(p => p.Seq).ToListAsync(ct))
            partnerships.TryAdd(known.NameKey, known);
        foreach (var rows in _rows.GroupBy(r => r.PartnershipKey).Where(rows => !partnerships.ContainsKey(rows.Key)).ToList())
        {
            try
            {
                var proposed = Partnership.Propose(rows.First().Partnership.ToTerms());
                partnerships.Add(proposed.NameKey, proposed);
                if (!dryRun)
                    db.Partnerships.Add(proposed);
            }
            catch (DomainException refusal)
            {
                foreach (var row in rows)
                    Refuse(RowRefusedException.Of(row.Line, refusal, "partnership.").Reasons);
            }
        }

        _rows.RemoveAll(row => !partnerships.ContainsKey(row.PartnershipKey));
        await db.SaveChangesAsync(ct);
        return partnerships;
    }

    private async Task<Found> LookUpAsync(Dictionary<string, Partnership> partnerships, CancellationToken ct)
    {
        // An exported file uses the id of this installation as source id where a commitment or organization has none of its own.
        var names = partnerships.Keys.ToList();
        var sourceIds = _rows.Select(r => r.SourceId).ToList();
        var here = Ids(sourceIds, id => new CommitmentId(id));
        var organizationSourceIds = _rows.Select(r => r.Organization.SourceId!).Distinct().ToList();
        var organizationsHere = Ids(organizationSourceIds, id => new OrganizationId(id));
        var commitments = await (
            from c in db.Commitments
            join p in db.Partnerships on c.PartnershipId equals p.Id
            where (names.Contains(p.NameKey) && sourceIds.Contains(c.SourceId!)) || here.Contains(c.Id)
            select new Known(p.NameKey, c.Id, c.SourceId, c.Title, c.OriginalDueDate, c.DueDate)
        ).ToListAsync(ct);
        var organizations = await db
            .Organizations.AsNoTracking()
            .Where(o => organizationSourceIds.Contains(o.SourceId!) || organizationsHere.Contains(o.Id))
            .ToListAsync(ct);
        var ids = organizations.Select(o => o.Id).ToList();
        var partnershipIds = partnerships.Values.Select(p => p.Id).ToList();
        var members = await db
            .Members.Where(m => partnershipIds.Contains(m.PartnershipId) && ids.Contains(m.OrganizationId))
            .Select(m => new { m.PartnershipId, m.OrganizationId })
            .ToListAsync(ct);
        var reachable = await db
            .Contacts.Where(c => ids.Contains(c.OrganizationId))
            .Select(c => c.OrganizationId)
            .Distinct()
            .ToListAsync(ct);
        return new Found(
            commitments.Where(c => c.SourceId is not null).GroupBy(c => (c.NameKey, c.SourceId!)).ToDictionary(g => g.Key, g => g.First()),
            commitments.ToDictionary(c => c.Id.Value.ToString()),
            ByKey(organizations),
            [.. members.Select(m => (m.PartnershipId, m.OrganizationId))],
            [.. reachable]
        );
    }

    private static Dictionary<string, Organization> ByKey(List<Organization> organizations)
    {
        var byKey = organizations.ToDictionary(o => o.Id.Value.ToString());
        foreach (var organization in organizations.Where(o => o.SourceId is not null))
            byKey[organization.SourceId!] = organization;
        return byKey;
    }

    private static List<TId> Ids<TId>(IEnumerable<string> keys, Func<Guid, TId> id) =>
        [.. keys.Select(key => Guid.TryParse(key, out var guid) ? guid : Guid.Empty).Where(guid => guid != Guid.Empty).Select(id)];

    private sealed record Known(
        string NameKey,
        CommitmentId Id,
        string? SourceId,
        string Title,
        DateOnly? OriginalDueDate,
        DateOnly? DueDate
    );

    private sealed record Found(
        Dictionary<(string NameKey, string SourceId), Known> BySourceId,
        Dictionary<string, Known> ById,
        Dictionary<string, Organization> Organizations,
        HashSet<(PartnershipId, OrganizationId)> Members,
        HashSet<OrganizationId> Reachable
    )
    {
        public Known? Commitment(ImportRow row) => BySourceId.GetValueOrDefault(row.Key) ?? ById.GetValueOrDefault(row.SourceId);
    }
}
