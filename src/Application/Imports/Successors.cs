using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Sets the successors of superseded commitments after all rows are imported, because a successor may be anywhere in the file. Running it
/// again changes nothing: a successor is set only once.
/// </summary>
internal sealed class Successors(ITrackerDb db, ISpreadsheetReader spreadsheets, IRowReader reader, TimeProvider time, Claim claim)
{
    private const int AtOnce = 500;
    private const int RowsPerExtension = 2_000;

    /// <param name="content">The file that was imported.</param>
    public async Task NameAsync(Stream content, CancellationToken ct)
    {
        content.Position = 0;
        await using var file = await spreadsheets.OpenAsync(content, reader.Layout, ct);
        var pairs = new List<(string Partnership, string SourceId, string Successor)>();
        while (await file.ReadAsync(ct))
        {
            if (file.RowNumber % RowsPerExtension == 0)
                await claim.ExtendAsync(db, time.GetUtcNow(), hasAdvanced: false, ct);
            if (reader.SuccessorOf(file) is not { } successor || reader.KeyOf(file) is not var (partnership, sourceId))
                continue;

            // Rows that were refused are still in the file.
            if (TextRules.IsLine(successor) && TextRules.IsLine(sourceId))
                pairs.Add((partnership, sourceId, successor));
            if (pairs.Count == AtOnce)
                await SaveAsync(pairs, ct);
        }

        await SaveAsync(pairs, ct);
    }

    private async Task SaveAsync(List<(string Partnership, string SourceId, string Successor)> pairs, CancellationToken ct)
    {
        db.Session.ClearTracked();
        var (names, keys) = (
            pairs.Select(p => p.Partnership).Distinct().ToList(),
            pairs.SelectMany(p => new[] { p.SourceId, p.Successor }).Distinct().ToList()
        );
        var found = await (
            from c in db.Commitments
            join p in db.Partnerships on c.PartnershipId equals p.Id
            where names.Contains(p.NameKey) && keys.Contains(c.SourceId!)
            select new
            {
                p.NameKey,
                c.SourceId,
                c.Id,
                Waits = c.Status == CommitmentStatus.Superseded && c.SuccessorId == null,
            }
        ).ToListAsync(ct);
        var byKey = found.GroupBy(f => (f.NameKey, f.SourceId!)).ToDictionary(g => g.Key, g => g.First());
        foreach (var (partnership, sourceId, successor) in pairs)
            if (
                byKey.TryGetValue((partnership, sourceId), out var one)
                && one.Waits
                && byKey.TryGetValue((partnership, successor), out var other)
                && other.Id != one.Id
            )
                (await db.Commitments.SingleAsync(c => c.Id == one.Id, ct)).NameSuccessor(other.Id);

        await db.SaveChangesAsync(ct);
        pairs.Clear();
    }
}
