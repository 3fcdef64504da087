using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Reports;

/// <summary>Makes and mails every report that is due. A schedule that missed several runs gets one report.</summary>
[Needs(Right.Administer)]
public sealed record SendDueReports : IRequest<int>;

internal sealed class SendDueReportsHandler(ITrackerDb db, DeferredRunner runner, TimeProvider time) : IRequestHandler<SendDueReports, int>
{
    private static readonly string Due = DeferredSql.Insert(DeferredKind.Report, "ReportSchedules", """t."NextRunAt" <= {0}""");

    /// <returns>The number of reports made.</returns>
    public async Task<int> Handle(SendDueReports command, CancellationToken ct)
    {
        await db.Session.ExecuteSqlAsync(Due, [time.GetUtcNow().UtcTicks], ct);
        return await runner.WorkOffAsync(DeferredKind.Report, new WorkLimits(), ct);
    }
}
