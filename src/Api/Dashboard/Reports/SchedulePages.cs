using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Api.Dashboard.Reports;

/// <summary>The pages of the schedules of accountability reports.</summary>
internal static class SchedulePages
{
    private const string Schedule = Links.Schedules + "/{id:guid}";
    private const int Shown = 50;
    private const int ReportsShown = 10;

    public static void MapSchedulePages(this RouteGroupBuilder pages)
    {
        pages.MapRead<ListReportSchedules>(Links.Schedules, List);
        pages.MapForm<ScheduleReport>(Links.Schedules + "/new", New, Create);
        pages.MapRead<GetReportSchedule>(Schedule, Get);
        pages.MapForm<ReviseReportSchedule>(Schedule + "/edit", Edit, Revise);
        pages.MapRead<GetReportPreview>(Schedule + "/preview", Preview);
        pages.MapRead<GetReportPreview>(Schedule + "/preview/mail", PreviewMail);
        pages.MapSend<SendTestReport>(Schedule + "/test", Test);
        pages.MapForm<RunReportSchedule>(Schedule + "/run", ConfirmRun, Run);
        pages.MapForm<StopReportSchedule>(Schedule + "/stop", ConfirmStop, Stop);
        pages.MapSend<ResumeReportSchedule>(Schedule + "/resume", Resume);
    }

    private static async Task<IResult> List(IMediator mediator, CancellationToken ct, string? cursor = null) =>
        Pages.Page<SchedulesPage>(new { Schedules = await mediator.Send(new ListReportSchedules(Shown, cursor), ct) });

    private static Task<IResult> New(IMediator mediator, CancellationToken ct)
    {
        var form = new Form();
        form.Set("frequency", "monthly");
        form.Set("dayOfWeek", "monday");
        form.Set("dayOfMonth", "1");
        form.Set("hour", "8");
        form.Set("language", "en");
        return ShowFormAsync(form, mediator, ct);
    }

    private static Task<IResult> Create(FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ScheduleReport>(
            async body => new Sent(AddressOf((await mediator.Send(body, ct)).Value), "notice.schedule.made"),
            form => ShowFormAsync(form, mediator, ct)
        );

    private static Task<IResult> Get(Guid id, IMediator mediator, CancellationToken ct) => ShowAsync(id, new Form(), mediator, ct);

    private static async Task<IResult> Edit(Guid id, IMediator mediator, CancellationToken ct) =>
        await ShowFormAsync(await CurrentAsync(id, mediator, ct), mediator, ct);

    private static Task<IResult> Revise(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ScheduleReport>(
            async body =>
            {
                await mediator.Send(ReviseReportSchedule.Of(new ReportScheduleId(id), body), ct);
                return new Sent(AddressOf(id), "notice.schedule.revised");
            },
            form => ShowFormAsync(form, mediator, ct),
            () => CurrentAsync(id, mediator, ct)
        );

    private static async Task<IResult> Preview(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.WithFrame;
        return Pages.Page<PreviewPage>(new { Schedule = await mediator.Send(new GetReportSchedule(new ReportScheduleId(id)), ct) });
    }

    private static async Task<IResult> PreviewMail(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        MailPage.Of(http, (await mediator.Send(new GetReportPreview(new ReportScheduleId(id)), ct)).Html);

    private static Task<IResult> Test(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new SendTestReport(new ReportScheduleId(id)), ct);
                return new Sent(AddressOf(id), "notice.schedule.tested");
            },
            form => ShowAsync(id, form, mediator, ct)
        );

    private static Task<IResult> ConfirmRun(Guid id, IMediator mediator, CancellationToken ct) =>
        ConfirmRunAsync(id, new Form(), mediator, ct);

    private static Task<IResult> Run(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                var report = await mediator.Send(new RunReportSchedule(new ReportScheduleId(id)), ct);
                return new Sent($"{Links.AccountabilityReports}/{report.Value}", "notice.schedule.run");
            },
            form => ConfirmRunAsync(id, form, mediator, ct)
        );

    private static async Task<IResult> ConfirmRunAsync(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var schedule = await mediator.Send(new GetReportSchedule(new ReportScheduleId(id)), ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("schedule.run.question", Format.Name(schedule.Name)),
            what: Texts.Count("schedule.run.what", schedule.Recipients.Count),
            button: Texts.Page("schedule.run"),
            back: AddressOf(id),
            destroys: false
        );
    }

    private static Task<IResult> ConfirmStop(Guid id, IMediator mediator, CancellationToken ct) =>
        ConfirmStopAsync(id, new Form(), mediator, ct);

    private static Task<IResult> Stop(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new StopReportSchedule(new ReportScheduleId(id)), ct);
                return new Sent(AddressOf(id), "notice.schedule.stopped");
            },
            form => ConfirmStopAsync(id, form, mediator, ct)
        );

    private static async Task<IResult> ConfirmStopAsync(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var schedule = await mediator.Send(new GetReportSchedule(new ReportScheduleId(id)), ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("schedule.stop.question", Format.Name(schedule.Name)),
            what: Texts.Page("schedule.stop.what"),
            button: Texts.Page("schedule.stop"),
            back: AddressOf(id)
        );
    }

    private static Task<IResult> Resume(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new ResumeReportSchedule(new ReportScheduleId(id)), ct);
                return new Sent(AddressOf(id), "notice.schedule.resumed");
            },
            form => ShowAsync(id, form, mediator, ct)
        );

    private static async Task<IResult> ShowAsync(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var schedule = await mediator.Send(new GetReportSchedule(new ReportScheduleId(id)), ct);
        var (partnership, organization) = (schedule.Filter.PartnershipId, schedule.Filter.OrganizationId);
        return await Pages.FormPage<SchedulePage>(
            new
            {
                Form = form,
                Schedule = schedule,
                Partnership = partnership is { } p ? (await mediator.Send(new GetPartnership(new PartnershipId(p)), ct)).Name : null,
                Organization = organization is { } o ? (await mediator.Send(new GetOrganization(new OrganizationId(o)), ct)).Name : null,
                Reports = (await mediator.Send(new ListAccountabilityReports(id, ReportsShown), ct)).Items,
            },
            form
        );
    }

    private static async Task<IResult> ShowFormAsync(Form form, IMediator mediator, CancellationToken ct)
    {
        var partnerships = await mediator.Send(new ListPartnerships(Limit: Paging.MaxLimit), ct);
        var organization = Guid.TryParse(form["filter.organizationId"], out var id)
            ? (await mediator.Send(new GetOrganization(new OrganizationId(id)), ct)).Name
            : null;
        return await Pages.FormPage<ScheduleFormPage>(
            new
            {
                Form = form,
                Partnerships = partnerships.Items,
                Organization = organization,
            },
            form
        );
    }

    private static async Task<Form> CurrentAsync(Guid id, IMediator mediator, CancellationToken ct)
    {
        var schedule = await mediator.Send(new GetReportSchedule(new ReportScheduleId(id)), ct);
        return Form.Of(schedule, schedule.Version);
    }

    private static string AddressOf(Guid id) => $"{Links.Schedules}/{id}";
}
