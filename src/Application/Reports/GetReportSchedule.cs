using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

[Needs(Right.Administer)]
public sealed record GetReportSchedule(ReportScheduleId ReportScheduleId) : IRequest<ReportScheduleDetails>;

internal sealed class GetReportScheduleHandler(ITrackerDb db) : IRequestHandler<GetReportSchedule, ReportScheduleDetails>
{
    public async Task<ReportScheduleDetails> Handle(GetReportSchedule query, CancellationToken ct) =>
        await db.ReportSchedules.Where(s => s.Id == query.ReportScheduleId).AsDetails().SingleOrDefaultAsync(ct)
        ?? throw DomainException.NotFound("reportSchedule");
}
