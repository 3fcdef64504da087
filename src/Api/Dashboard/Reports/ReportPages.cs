using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Api.Dashboard.Reports;

/// <summary>The archive of the accountability reports that were sent.</summary>
internal static class ReportPages
{
    private const int Shown = 25;

    public static void MapReportPages(this RouteGroupBuilder pages)
    {
        pages.MapRead<ListAccountabilityReports>(Links.AccountabilityReports, List);
        pages.MapRead<GetAccountabilityReport>(Links.AccountabilityReports + "/{id:guid}", Get);
        pages.MapRead<GetAccountabilityReport>(Links.AccountabilityReports + "/{id:guid}/mail", Mail);
    }

    private static async Task<IResult> List(IMediator mediator, CancellationToken ct, string? cursor = null) =>
        Pages.Page<ReportsPage>(new { Reports = await mediator.Send(new ListAccountabilityReports(null, Shown, cursor), ct) });

    private static async Task<IResult> Get(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.WithFrame;
        return Pages.Page<ReportPage>(
            new { Report = await mediator.Send(new GetAccountabilityReport(new AccountabilityReportId(id)), ct) }
        );
    }

    private static async Task<IResult> Mail(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        MailPage.Of(http, (await mediator.Send(new GetAccountabilityReport(new AccountabilityReportId(id)), ct)).Html);
}
