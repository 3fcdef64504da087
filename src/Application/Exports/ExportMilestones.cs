using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Exports;

/// <summary>Exports the milestones of the commitments that the caller may see, as a table.</summary>
[Needs(Right.Read)]
public sealed record ExportMilestones : CommitmentFilter, IRequest
{
    /// <param name="filter">Filters their commitments.</param>
    /// <param name="destination">A stream that is not closed.</param>
    public ExportMilestones(CommitmentFilter filter, TableFormat format, Stream destination)
        : base(filter) => (Format, Destination) = (format, destination);

    public TableFormat Format { get; }

    public Stream Destination { get; }
}

internal sealed class ExportMilestonesValidator : AbstractValidator<ExportMilestones>
{
    public ExportMilestonesValidator(IVocabulary vocabulary) => Include(new CommitmentFilterValidator<ExportMilestones>(vocabulary));
}

internal sealed class ExportMilestonesHandler(ITrackerDb db, ICurrentUser user, ITableWriter writer, TimeProvider time)
    : IRequestHandler<ExportMilestones>
{
    public async Task<Unit> Handle(ExportMilestones query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var commitments = db.Commitments.VisibleTo(db, user).Matching(query, db, now).Select(c => c.Id);
        var rows = db
            .Milestones.Where(m => commitments.Contains(m.CommitmentId))
            .InBatchesAsync(ct)
            .WithSubjectsAsync(db, m => m.CommitmentId);
        await writer.WriteAsync(query.Destination, query.Format, [ExportTable.Of("milestones", Columns(now), rows)], ct);
        return Unit.Value;
    }

    private static IReadOnlyList<Column<ExportRow<Milestone>>> Columns(DateTimeOffset now) =>
        [
            .. Subjects.Columns<Milestone>(),
            new("id", r => r.Row.Id.Value),
            new("title", r => r.Row.Title),
            new("dueDate", r => r.Row.DueDate),
            new("originalDueDate", r => r.Row.OriginalDueDate),
            new("timesMoved", r => r.Row.TimesMoved),
            new("weight", r => r.Row.Weight),
            new("completedOn", r => r.Row.CompletedOn),
            new("droppedOn", r => r.Row.DroppedOn),
            new("isOverdue", r => r.Row.IsOverdue(now)),
        ];
}
