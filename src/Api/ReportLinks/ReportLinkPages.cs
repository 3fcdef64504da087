using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.ReportLinks;

/// <summary>
/// The pages of report links. A GET request changes nothing, because programs that check mail open every link. The token in the address is
/// the only permission: there is no cookie that another site could use (docs/adr/0018).
/// </summary>
internal static class ReportLinkPages
{
    public const string Path = "/report/";

    public static void MapReportLinkPages(this WebApplication app)
    {
        var pages = app.MapGroup("/report/{token}").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        pages.MapMethods("", Pages.Read, Show);
        pages.MapPost("", Do);
    }

    private static async Task Show(string token, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        if (await OpenAsync(token, http, mediator, ct) is { } page)
            await WriteAsync(http, page, ReportForm.Empty(page.Today));
    }

    private static async Task Do(
        string token,
        HttpContext http,
        IMediator mediator,
        ITrackerDb db,
        EvidenceRules rules,
        IValidator<ReportByLink> reports,
        CancellationToken ct
    )
    {
        // Before a large body is read.
        if (await OpenAsync(token, http, mediator, ct) is not { } page)
            return;
        var (form, done) = await Texts.InAsync(
            page.Language,
            async () =>
            {
                var form = await ReportForm.ReadAsync(http, rules, ct);
                return (form, await TryDoAsync(token, page, form, mediator, db, reports, ct));
            }
        );
        if (done && form.Action is not (ReportForm.AskForDate or ReportForm.PassOn or ReportForm.Renew))
        {
            http.Response.Headers.Location = (http.Request.PathBase + http.Request.Path).ToUriComponent();
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            return;
        }

        // Read again, because another person may have changed it.
        if (done)
            form.ClearFields(form.Action);
        await WriteAsync(http, await mediator.Send(new OpenReportLink(token), ct), form);
    }

    /// <returns>Whether it was done. If not, the form holds the errors, or the page shows why the link no longer works.</returns>
    private static async Task<bool> TryDoAsync(
        string token,
        ReportLinkPage page,
        ReportForm form,
        IMediator mediator,
        ITrackerDb db,
        IValidator<ReportByLink> reports,
        CancellationToken ct
    )
    {
        if (form.IsWrong && form.Action.Length == 0)
            return false;
        try
        {
            switch (page.LeadsTo, form.Action)
            {
                case (_, ReportForm.Renew):
                    form.Renewal = await mediator.Send(new RenewReportLink(token), ct);
                    return true;
                case (LinkLeadsTo.Confirmation, ReportForm.TakeOver):
                    await mediator.Send(new TakeOverReportLink(token), ct);
                    return true;
                case (LinkLeadsTo.Form, ReportForm.AskForDate):
                    var date = form.ToNewDate(page);
                    if (form.IsWrong)
                        return false;
                    await mediator.Send(new AskForDateByLink(token, date), ct);
                    return true;
                case (LinkLeadsTo.Form, ReportForm.PassOn):
                    await mediator.Send(new PassOnReportLink(token, form["colleagueName"], form["colleagueEmail"]), ct);
                    return true;
                case (LinkLeadsTo.Form, _):
                    var report = form.ToReport(token, page);
                    form.Add((await reports.ValidateAsync(report, ct)).Errors);
                    if (form.IsWrong)
                        return false;
                    await mediator.Send(report, ct);
                    return true;
                default:
                    return false;
            }
        }
        catch (ValidationException invalid)
        {
            form.Add(invalid.Errors);
        }
        catch (DomainException refusal)
        {
            form.Add(refusal);
        }
        catch (Exception e) when (db.Session.IsConflict(e))
        {
            db.Session.ClearTracked();
            form.Add("", Texts.Page("link.somebodyWasFirst"));
        }

        return false;
    }

    private static async Task<ReportLinkPage?> OpenAsync(string token, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        try
        {
            return await mediator.Send(new OpenReportLink(token), ct);
        }
        catch (DomainException unknown) when (unknown.Code == "reportLink.notFound")
        {
            await Pages.Page<UnknownLinkPage>(new { }, StatusCodes.Status404NotFound).ExecuteAsync(http);
            return null;
        }
    }

    /// <summary>Writes the page in the language of the person to whom the link was sent.</summary>
    private static async Task WriteAsync(HttpContext http, ReportLinkPage page, ReportForm form) =>
        await Texts.InAsync(
            page.Language,
            async () =>
            {
                http.Response.Headers.ContentLanguage = System.Globalization.CultureInfo.CurrentUICulture.Name;
                IResult answer = page.LeadsTo switch
                {
                    LinkLeadsTo.Form => await Pages.FormPage<ReportFormPage>(new { Page = page, Form = form }, form),
                    LinkLeadsTo.Confirmation => await Pages.FormPage<ConfirmationPage>(new { Page = page, Form = form }, form),
                    LinkLeadsTo.Receipt => Pages.Page<ReceiptPage>(new { Page = page, Form = form }, StatusCodes.Status200OK),
                    _ => Pages.Page<SpentLinkPage>(new { Page = page, Form = form }, StatusCodes.Status410Gone),
                };
                await answer.ExecuteAsync(http);
                return answer;
            }
        );
}
