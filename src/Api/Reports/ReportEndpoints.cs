using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Api.Reports;

internal static class ReportEndpoints
{
    public static void MapReports(this RouteGroupBuilder api)
    {
        var schedules = api.MapGroup("/accountability-reports/schedules").WithTags("Accountability reports");
        schedules.MapPost("/", Create).WithName("scheduleReport").Produces<ReportScheduleDetails>(201);
        schedules.MapGet("/", ListSchedules).WithName("listReportSchedules");
        schedules.MapGet("/{id:guid}", GetSchedule).WithName("getReportSchedule").Produces<ReportScheduleDetails>();
        schedules.MapPut("/{id:guid}", Revise).WithName("reviseReportSchedule").Produces<ReportScheduleDetails>();
        schedules.MapGet("/{id:guid}/preview", Preview).WithName("getReportPreview");
        schedules.MapPost("/{id:guid}/test", Test).WithName("sendTestReport");
        schedules.MapPost("/{id:guid}/resume", Resume).WithName("resumeReportSchedule").Produces<ReportScheduleDetails>();
        schedules.MapPost("/{id:guid}/run", Run).WithName("runReportSchedule").Produces<AccountabilityReportDetails>(201);
        schedules.MapDelete("/{id:guid}", Stop).WithName("stopReportSchedule").Produces(204);

        var reports = api.MapGroup("/accountability-reports").WithTags("Accountability reports");
        reports.MapGet("/", List).WithName("listAccountabilityReports");
        reports.MapGet("/{id:guid}", Get).WithName("getAccountabilityReport").Produces<AccountabilityReportDetails>();
    }

    private static async Task<IResult> Create(ScheduleReport body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var schedule = await mediator.Send(new GetReportSchedule(await mediator.Send(body, ct)), ct);
        return http.CreatedTagged($"/api/v1/accountability-reports/schedules/{schedule.Id}", schedule, schedule.Version);
    }

    private static Task<Page<ReportScheduleDetails>> ListSchedules(
        [AsParameters] ListReportSchedules query,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(query, ct);

    private static async Task<IResult> GetSchedule(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var schedule = await mediator.Send(new GetReportSchedule(new ReportScheduleId(id)), ct);
        return http.Tagged(schedule, schedule.Version);
    }

    private static async Task<IResult> Revise(Guid id, ScheduleReport body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(ReviseReportSchedule.Of(new ReportScheduleId(id), body), ct);
        return await GetSchedule(id, mediator, http, ct);
    }

    private static Task<RenderedReport> Preview(Guid id, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetReportPreview(new ReportScheduleId(id)), ct);

    private static Task<SentTest> Test(Guid id, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new SendTestReport(new ReportScheduleId(id)), ct);

    private static async Task<IResult> Resume(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(new ResumeReportSchedule(new ReportScheduleId(id)), ct);
        return await GetSchedule(id, mediator, http, ct);
    }

    private static async Task<IResult> Run(Guid id, IMediator mediator, CancellationToken ct)
    {
        var report = await mediator.Send(new RunReportSchedule(new ReportScheduleId(id)), ct);
        return Results.Created(
            $"/api/v1/accountability-reports/{report.Value}",
            await mediator.Send(new GetAccountabilityReport(report), ct)
        );
    }

    private static async Task<IResult> Stop(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new StopReportSchedule(new ReportScheduleId(id)), ct);
        return Results.NoContent();
    }

    private static Task<Page<AccountabilityReportItem>> List(
        [AsParameters] ListAccountabilityReports query,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(query, ct);

    private static async Task<IResult> Get(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        http.Tagged(await mediator.Send(new GetAccountabilityReport(new AccountabilityReportId(id)), ct));
}
