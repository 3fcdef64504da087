using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Exports;

/// <summary>The commitment that a row is about, with the names that readers know.</summary>
internal sealed record ExportedCommitment(
    CommitmentId? Id,
    string? SourceId,
    string? Title,
    string? Organization,
    string? Partnership,
    string? Unit
)
{
    /// <summary>Of a row that is about something else.</summary>
    public static readonly ExportedCommitment None = new(null, null, null, null, null, null);

    public string? Key => Id is { } id ? CommitmentTable.KeyOf(SourceId, id.Value) : null;
}

internal static class Subjects
{
    /// <summary>Adds to each row the commitment that it belongs to, if there is one.</summary>
    public static async IAsyncEnumerable<ExportRow<T>> WithSubjectsAsync<T>(
        this IAsyncEnumerable<List<T>> batches,
        ITrackerDb db,
        Func<T, CommitmentId?> commitmentOf
    )
    {
        await foreach (var some in batches)
        {
            var ids = some.Select(commitmentOf).OfType<CommitmentId>().Distinct().ToList();
            var subjects = await (
                from c in db.Commitments
                join o in db.Organizations on c.OrganizationId equals o.Id
                join p in db.Partnerships on c.PartnershipId equals p.Id
                where ids.Contains(c.Id)
                select new ExportedCommitment(c.Id, c.SourceId, c.Title, o.Name, p.Name, c.Measure!.Unit)
            ).ToDictionaryAsync(s => s.Id!.Value);
            foreach (var row in some)
                yield return new ExportRow<T>(row, commitmentOf(row) is { } id ? subjects[id] : ExportedCommitment.None);
        }
    }

    /// <summary>The columns that identify the commitment of a row.</summary>
    public static IReadOnlyList<Column<ExportRow<T>>> Columns<T>() =>
        [
            new("commitmentSourceId", r => r.Subject.Key),
            new("commitment", r => r.Subject.Title),
            new("organization", r => r.Subject.Organization),
            new("partnership", r => r.Subject.Partnership),
            new("commitmentId", r => r.Subject.Id?.Value),
        ];
}
