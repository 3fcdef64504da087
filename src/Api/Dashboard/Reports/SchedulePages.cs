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
        pages.MapForm<RunReportSchedule>(Schedule + "/run", AskRun, Run);
        pages.MapForm<StopReportSchedule>(Schedule + "/stop", AskStop, Stop);
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

    private static Task<IResult> AskRun(Guid id, IMediator mediator, CancellationToken ct) => AskRunAsync(id, new Form(), mediator, ct);

    private static Task<IResult> Run(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                var report = await mediator.Send(new RunReportSchedule(new ReportScheduleId(id)), ct);
                return new Sent($"{Links.AccountabilityReports}/{report.Value}", "notice.schedule.run");
            },
            form => AskRunAsync(id, form, mediator, ct)
        );

    private static async Task<IResult> AskRunAsync(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var schedule = await mediator.Send(new GetReportSchedule(new ReportScheduleId(id)), ct);
        return await Pages.FormPage<AskPage>(
            new
            {
                Form = form,
                Question = Texts.Page("schedule.run.question", Format.Name(schedule.Name)),
                What = Texts.Count("schedule.run.what", schedule.Recipients.Count),
                Button = Texts.Page("schedule.run"),
                Back = AddressOf(id),
                Destroys = false,
            },
            form
        );
    }

    private static Task<IResult> AskStop(Guid id, IMediator mediator, CancellationToken ct) => AskStopAsync(id, new Form(), mediator, ct);

    private static Task<IResult> Stop(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new StopReportSchedule(new ReportScheduleId(id)), ct);
                return new Sent(AddressOf(id), "notice.schedule.stopped");
            },
            form => AskStopAsync(id, form, mediator, ct)
        );

    private static async Task<IResult> AskStopAsync(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var schedule = await mediator.Send(new GetReportSchedule(new ReportScheduleId(id)), ct);
        return await Pages.FormPage<AskPage>(
            new
            {
                Form = form,
                Question = Texts.Page("schedule.stop.question", Format.Name(schedule.Name)),
                What = Texts.Page("schedule.stop.what"),
                Button = Texts.Page("schedule.stop"),
                Back = AddressOf(id),
            },
            form
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
