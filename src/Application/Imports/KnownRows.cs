using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Imports;

/// <summary>What is already stored of the partnerships, organizations and commitments that some rows are about.</summary>
internal sealed class KnownRows
{
    private readonly Dictionary<string, Partnership> _partnerships = [];
    private readonly Dictionary<string, Organization> _bySourceId = [];
    private readonly Dictionary<string, Organization> _byName = [];
    private Dictionary<(string NameKey, string SourceId), CommitmentId> _commitments = [];
    private HashSet<Guid> _ids = [];

    public HashSet<(PartnershipId, OrganizationId)> Members { get; private set; } = [];

    /// <summary>The organizations with a contact.</summary>
    public HashSet<OrganizationId> Reachable { get; private set; } = [];

    /// <param name="tracked">Whether the partnerships are going to change.</param>
    public static async Task<KnownRows> LookUpAsync(ITrackerDb db, IReadOnlyCollection<ImportRow> rows, bool tracked, CancellationToken ct)
    {
        var known = new KnownRows();
        var names = rows.Select(r => r.PartnershipKey).Distinct().ToList();
        var partnerships = db.Partnerships.Where(p => names.Contains(p.NameKey)).OrderBy(p => p.Seq);
        foreach (var partnership in await (tracked ? partnerships : partnerships.AsNoTracking()).ToListAsync(ct))
            known._partnerships.TryAdd(partnership.NameKey, partnership);

        await known.LookUpCommitmentsAsync(db, rows, names, ct);
        await known.LookUpOrganizationsAsync(db, rows, ct);
        return known;
    }

    public CommitmentId? CommitmentOf(ImportRow row) =>
        _commitments.TryGetValue(row.Key, out var id) ? id
        : Guid.TryParse(row.SourceId, out var here) && _ids.Contains(here) ? new CommitmentId(here)
        : null;

    /// <exception cref="DomainException">The partnership is new and cannot be proposed.</exception>
    public Partnership PartnershipOf(ImportRow row)
    {
        if (!_partnerships.TryGetValue(row.PartnershipKey, out var partnership))
            _partnerships.Add(row.PartnershipKey, partnership = Partnership.Propose(row.Partnership.ToTerms()));
        return partnership;
    }

    /// <summary>
    /// The organization of a row: by its source id, or by its name if the source id is the same apart from case, accents and spaces, or is
    /// nothing but the name.
    /// </summary>
    public Organization? OrganizationOf(ImportRow row)
    {
        var sourceId = row.Organization.SourceId!;
        if (_bySourceId.TryGetValue(sourceId, out var organization))
            return organization;
        var (name, id) = (TextKey.Of(row.Organization.Name), TextKey.Of(sourceId));
        return _byName.TryGetValue(name, out organization) && (id == name || TextKey.Of(organization.SourceId ?? "") == id)
            ? organization
            : null;
    }

    /// <summary>Keeps the organization of a row for the next ones.</summary>
    public void Add(Organization organization, ImportRow row)
    {
        _bySourceId[row.Organization.SourceId!] = organization;
        _byName.TryAdd(organization.NameKey, organization);
    }

    /// <summary>
    /// An exported file uses the id of this installation as source id where a commitment or organization has none of its own.
    /// </summary>
    private static List<TId> Ids<TId>(IEnumerable<string> keys, Func<Guid, TId> id) =>
        [.. keys.Select(key => Guid.TryParse(key, out var guid) ? guid : Guid.Empty).Where(guid => guid != Guid.Empty).Select(id)];

    private async Task LookUpCommitmentsAsync(ITrackerDb db, IReadOnlyCollection<ImportRow> rows, List<string> names, CancellationToken ct)
    {
        var sourceIds = rows.Select(r => r.SourceId).ToList();
        var here = Ids(sourceIds, id => new CommitmentId(id));
        var found = await (
            from c in db.Commitments
            join p in db.Partnerships on c.PartnershipId equals p.Id
            where names.Contains(p.NameKey) && sourceIds.Contains(c.SourceId!)
            select new
            {
                p.NameKey,
                c.SourceId,
                c.Id,
            }
        ).ToListAsync(ct);
        _commitments = found.GroupBy(c => (c.NameKey, c.SourceId!)).ToDictionary(g => g.Key, g => g.First().Id);
        if (here.Count > 0)
            _ids = [.. (await db.Commitments.Where(c => here.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct)).Select(id => id.Value)];
    }

    private async Task LookUpOrganizationsAsync(ITrackerDb db, IReadOnlyCollection<ImportRow> rows, CancellationToken ct)
    {
        var sourceIds = rows.Select(r => r.Organization.SourceId!).Distinct().ToList();
        var here = Ids(sourceIds, id => new OrganizationId(id));
        var names = rows.Select(r => TextKey.Of(r.Organization.Name)).Distinct().ToList();
        var organizations = await db
            .Organizations.AsNoTracking()
            .Where(o => sourceIds.Contains(o.SourceId!) || here.Contains(o.Id) || names.Contains(o.NameKey))
            .OrderBy(o => o.Seq)
            .ToListAsync(ct);
        foreach (var organization in organizations)
        {
            _bySourceId[organization.Id.Value.ToString()] = organization;
            _byName.TryAdd(organization.NameKey, organization);
        }

        foreach (var organization in organizations.Where(o => o.SourceId is not null))
            _bySourceId[organization.SourceId!] = organization;
        var ids = organizations.Select(o => o.Id).ToList();
        var partnershipIds = _partnerships.Values.Select(p => p.Id).ToList();
        var members = await db
            .Members.Where(m => partnershipIds.Contains(m.PartnershipId) && ids.Contains(m.OrganizationId))
            .Select(m => new { m.PartnershipId, m.OrganizationId })
            .ToListAsync(ct);
        Members = [.. members.Select(m => (m.PartnershipId, m.OrganizationId))];
        Reachable =
        [
            .. await db.Contacts.Where(c => ids.Contains(c.OrganizationId)).Select(c => c.OrganizationId).Distinct().ToListAsync(ct),
        ];
    }
}
