using System.Runtime.CompilerServices;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Exports;

/// <summary>
/// Exports the commitments that the caller may see as a table, in the order of saving. The import can read the file unchanged.
/// </summary>
[Needs(Right.Read)]
public sealed record ExportCommitments : CommitmentFilter, IRequest
{
    /// <param name="destination">A stream that is not closed.</param>
    public ExportCommitments(CommitmentFilter filter, TableFormat format, Stream destination)
        : base(filter) => (Format, Destination) = (format, destination);

    public TableFormat Format { get; }

    public Stream Destination { get; }
}

internal sealed class ExportCommitmentsValidator : AbstractValidator<ExportCommitments>
{
    public ExportCommitmentsValidator(IVocabulary vocabulary) => Include(new CommitmentFilterValidator<ExportCommitments>(vocabulary));
}

internal sealed class ExportCommitmentsHandler(ITrackerDb db, ICurrentUser user, ITableWriter writer, TimeProvider time)
    : IRequestHandler<ExportCommitments>
{
    public async Task<Unit> Handle(ExportCommitments query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var commitments = db
            .Commitments.VisibleTo(db, user)
            .Matching(query, db, now)
            .Include(c => c.Targets)
            .Include(c => c.Countries)
            .Include(c => c.Milestones)
            .AsSplitQuery();
        var table = ExportTable.Of(
            "commitments",
            [.. CommitmentTable.Columns, .. CommitmentTable.InstallationColumns],
            RowsAsync(commitments, now, ct)
        );
        await writer.WriteAsync(query.Destination, query.Format, [table], ct);
        return Unit.Value;
    }

    private async IAsyncEnumerable<CommitmentRow> RowsAsync(
        IQueryable<Commitment> commitments,
        DateTimeOffset now,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (var some in commitments.InBatchesAsync(ct))
        {
            var (organizationIds, partnershipIds) = (
                some.Select(c => c.OrganizationId).Distinct().ToList(),
                some.Select(c => c.PartnershipId).Distinct().ToList()
            );
            var completionReportIds = some.Where(c => c.Status == CommitmentStatus.Active)
                .Select(c => c.CompletionReportId)
                .OfType<ProgressReportId>()
                .ToList();
            var successorIds = some.Select(c => c.SuccessorId).OfType<CommitmentId>().ToList();
            var organizations = await db
                .Organizations.AsNoTracking()
                .Where(o => organizationIds.Contains(o.Id))
                .ToDictionaryAsync(o => o.Id, ct);
            var partnerships = await db
                .Partnerships.AsNoTracking()
                .Where(p => partnershipIds.Contains(p.Id))
                .ToDictionaryAsync(p => p.Id, ct);
            var members = await db
                .Members.AsNoTracking()
                .Where(m => partnershipIds.Contains(m.PartnershipId) && organizationIds.Contains(m.OrganizationId))
                .ToDictionaryAsync(m => (m.PartnershipId, m.OrganizationId), ct);
            var completionReports = await db
                .ProgressReports.AsNoTracking()
                .Where(r => completionReportIds.Contains(r.Id))
                .ToDictionaryAsync(r => r.Id, ct);
            var successors = await db
                .Commitments.AsNoTracking()
                .Where(c => successorIds.Contains(c.Id))
                .Select(c => new { c.Id, c.SourceId })
                .ToDictionaryAsync(c => c.Id, c => c.SourceId, ct);
            var ids = some.Select(c => c.Id).ToList();
            var voices = (
                await db
                    .Voices.WhereCounts()
                    .Where(v => v.CommitmentId != null && ids.Contains(v.CommitmentId.Value))
                    .GroupBy(v => new { v.CommitmentId, v.Stance })
                    .Select(same => new
                    {
                        same.Key.CommitmentId,
                        Stance = same.Key.Stance!.Value,
                        Count = same.Count(),
                    })
                    .ToListAsync(ct)
            ).ToLookup(v => v.CommitmentId);
            var differing = (
                await db
                    .Voices.WhereDiverging(db)
                    .Where(v => v.CommitmentId != null && ids.Contains(v.CommitmentId.Value))
                    .GroupBy(v => v.CommitmentId)
                    .Select(same => new { CommitmentId = same.Key, Count = same.Count() })
                    .ToListAsync(ct)
            ).ToLookup(v => v.CommitmentId, v => v.Count);
            foreach (var c in some)
                yield return new CommitmentRow(
                    c,
                    organizations[c.OrganizationId],
                    partnerships[c.PartnershipId],
                    members.GetValueOrDefault((c.PartnershipId, c.OrganizationId))?.Role,
                    c.CompletionReportId is { } reportId ? completionReports.GetValueOrDefault(reportId) : null,
                    c.SuccessorId is { } successor ? CommitmentTable.KeyOf(successors[successor], successor.Value) : null,
                    voices[c.Id].ToDictionary(v => v.Stance, v => v.Count),
                    differing[c.Id].SingleOrDefault(),
                    now
                );
        }
    }
}
