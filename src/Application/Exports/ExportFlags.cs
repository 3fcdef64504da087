using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Accountability;

namespace PartnershipTracker.Application.Exports;

/// <summary>Exports the flags that the caller may see, as a table.</summary>
[Needs(Right.Read)]
public sealed record ExportFlags : FlagFilter, IRequest
{
    /// <param name="destination">A stream that is not closed.</param>
    public ExportFlags(FlagFilter filter, TableFormat format, Stream destination)
        : base(filter) => (Format, Destination) = (format, destination);

    public TableFormat Format { get; }

    public Stream Destination { get; }
}

internal sealed class ExportFlagsValidator : AbstractValidator<ExportFlags>
{
    public ExportFlagsValidator() => Include(new FlagFilterValidator<ExportFlags>());
}

internal sealed class ExportFlagsHandler(ITrackerDb db, ICurrentUser user, ITableWriter writer) : IRequestHandler<ExportFlags>
{
    private static readonly IReadOnlyList<Column<ExportRow<Flag>>> Columns =
    [
        .. Subjects.Columns<Flag>(),
        new("id", r => r.Row.Id.Value),
        new("kind", r => r.Row.Kind),
        new("milestoneId", r => r.Row.MilestoneId?.Value),
        new("initiativeId", r => r.Row.InitiativeId?.Value),
        new("outcomeId", r => r.Row.OutcomeId?.Value),
        new("outcomeStepId", r => r.Row.OutcomeStepId?.Value),
        new("dueDate", r => r.Row.DueDate),
        new("overdueAt", r => r.Row.OverdueAt),
        new("raisedAt", r => r.Row.RaisedAt),
        new("clearedAt", r => r.Row.ClearedAt),
        new("clearedBecause", r => r.Row.ClearedBecause),
    ];

    public async Task<Unit> Handle(ExportFlags query, CancellationToken ct)
    {
        var rows = db.Flags.VisibleTo(db, user).Matching(query).InBatchesAsync(ct).WithSubjectsAsync(db, f => f.CommitmentId);
        await writer.WriteAsync(query.Destination, query.Format, [ExportTable.Of("flags", Columns, rows)], ct);
        return Unit.Value;
    }
}
