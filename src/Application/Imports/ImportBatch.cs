using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Imports;

/// <summary>A few hundred rows that are looked up, decided and saved together, all or nothing.</summary>
internal sealed class ImportBatch(ITrackerDb db, IBulkInsert bulk, ImportId importId, ImportProfile profile, bool dryRun, TimeProvider time)
{
    private readonly HashSet<long> _seen = [];
    private List<ImportRow> _rows = [];
    private List<RowIssue> _refused = [];

    public int Count => _rows.Count + _refused.Count;

    public void Add(ImportRow row)
    {
        if (Remember(row.SourceId)) _rows.Add(row);
        else Refuse(new RowIssue(row.Line, "sourceId", "import.duplicateSourceId", [row.SourceId]));
    }

    public void Refuse(RowIssue issue) => _refused.Add(issue);

    /// <returns>Whether the source id is new in this file.</returns>
    public bool Remember(string sourceId) => _seen.Add(BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(sourceId))));

    /// <returns>How many rows have been read in all.</returns>
    public async Task<int> SaveAsync(CancellationToken ct)
    {
        var read = Count;
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var import = await db.Imports.SingleAsync(i => i.Id == importId, ct);
        var partnership = await FindOrProposeAsync(ct);
        var (taken, imported, warnings, unchanged) = Decide(partnership, await LookUpAsync(partnership.Id, ct));

        if (!dryRun && taken.Count > 0)
        {
            await bulk.InsertAsync(taken, partnership, ct);
            if (partnership.Status == PartnershipStatus.Proposed && await db.Members.CountAsync(m => m.PartnershipId == partnership.Id, ct) is var members and >= Partnership.FewestMembers)
                partnership.Activate(members);
        }

        await bulk.InsertAsync([.. _refused.Select(issue => issue.ToItem(importId, isWarning: false)), .. warnings.Select(issue => issue.ToItem(importId, isWarning: true))], null, ct);
        import.Count(read, imported, _refused.Count, unchanged, warnings.Count);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        (_rows, _refused) = ([], []);
        return import.Rows;
    }

    private (List<Entity> Taken, int Imported, List<RowIssue> Warnings, int Unchanged) Decide(Partnership partnership, Found found)
    {
        var (taken, warnings, imported, unchanged) = (new List<Entity>(), new List<RowIssue>(), 0, 0);
        foreach (var row in _rows)
        {
            if (found.Commitments.TryGetValue(row.SourceId, out var known))
            {
                unchanged++;
                if (Difference(row, known) is { } difference) warnings.Add(new RowIssue(row.Line, difference, "import.alreadyImported", [difference]));
                continue;
            }

            try
            {
                taken.AddRange(Take(row, partnership, found));
                warnings.AddRange(row.Warnings);
                imported++;
            }
            catch (RowRefusedException refused)
            {
                Refuse(refused.Issue);
            }
        }

        return (taken, imported, warnings, unchanged);
    }

    /// <summary>All that a row brings; the organization where it is new, and its membership.</summary>
    private List<Entity> Take(ImportRow row, Partnership partnership, Found found)
    {
        var sourceId = row.Organization.SourceId!;
        var isNew = !found.Organizations.TryGetValue(sourceId, out var organization);
        organization ??= Checked(row.Line, "organization.", () => Organization.Register(row.Organization.ToProfile()));
        var today = DueDay.Today(time.GetUtcNow(), Codes.TimeZone(organization.TimeZone));
        var (commitment, report) = Checked(row.Line, "", () =>
        {
            var made = Commitment.Import(partnership.Id, organization, row.Commitment.ToTerms(), row.SourceId);
            return (made, row.Progress is { } said ? made.ReportProgress(organization.Id, said, today, time.GetUtcNow()) : null);
        });

        var taken = new List<Entity>();
        if (isNew) taken.Add(organization);
        found.Organizations[sourceId] = organization;
        if (found.Members.Add(organization.Id)) taken.Add(partnership.Join(organization.Id, profile.Partnership.MemberRole, isMember: false, today));
        taken.Add(commitment);
        if (report is not null) taken.Add(report);
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

    /// <summary>A row that was brought in before is never changed by a file; where the file says something else now, that is said.</summary>
    private static string? Difference(ImportRow row, Known known) =>
        row.Commitment.DueDate != known.OriginalDueDate ? "dueDate" : row.Commitment.Title.Trim() != known.Title ? "title" : null;

    private async Task<Partnership> FindOrProposeAsync(CancellationToken ct)
    {
        var p = profile.Partnership;
        var key = TextKey.Of(p.Name);
        var partnership = await db.Partnerships.OrderBy(x => x.Seq).FirstOrDefaultAsync(x => x.NameKey == key, ct);
        if (partnership is null)
        {
            partnership = Partnership.Propose(
                new PartnershipTerms(p.Name, p.Summary, p.Pillars ?? [], p.Themes ?? [], p.CountryCodes ?? [], p.SdgTargets ?? [], p.StartDate));
            if (dryRun) return partnership;
            db.Partnerships.Add(partnership);
            await db.SaveChangesAsync(ct);
        }

        return partnership.Status is PartnershipStatus.Proposed or PartnershipStatus.Active ? partnership : throw PartnershipErrors.Ended(partnership.Status);
    }

    private async Task<Found> LookUpAsync(PartnershipId partnershipId, CancellationToken ct)
    {
        var commitmentIds = _rows.Select(r => r.SourceId).ToList();
        var organizationIds = _rows.Select(r => r.Organization.SourceId!).Distinct().ToList();
        var commitments = await db.Commitments.Where(c => c.PartnershipId == partnershipId && commitmentIds.Contains(c.SourceId!))
            .Select(c => new Known(c.SourceId!, c.Title, c.OriginalDueDate)).ToListAsync(ct);
        var organizations = await db.Organizations.AsNoTracking().Where(o => organizationIds.Contains(o.SourceId!)).ToListAsync(ct);
        var ids = organizations.Select(o => o.Id).ToList();
        var members = await db.Members.Where(m => m.PartnershipId == partnershipId && ids.Contains(m.OrganizationId)).Select(m => m.OrganizationId).ToListAsync(ct);
        return new Found(commitments.ToDictionary(c => c.SourceId), organizations.ToDictionary(o => o.SourceId!), [.. members]);
    }

    private sealed record Known(string SourceId, string Title, DateOnly OriginalDueDate);

    private sealed record Found(Dictionary<string, Known> Commitments, Dictionary<string, Organization> Organizations, HashSet<OrganizationId> Members);
}
