using MediatR;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Api.ReportLinks;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.HealthChecks;

/// <summary>
/// The page on which a health check is answered. A GET request changes nothing, because programs that check mail open every link. The token
/// in the address is the only permission, and there is no cookie (docs/adr/0018). Who is signed in does not matter.
/// </summary>
internal static class HealthCheckLinkPages
{
    public static void MapHealthCheckLinkPages(this WebApplication app)
    {
        var pages = app.MapGroup("/health-check/{token}").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        pages.MapMethods("", Pages.Read, Show);
        pages.MapPost("", Answer);
    }

    private static async Task Show(string token, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        if (await OpenAsync(token, http, mediator, ct) is { } page)
            await WriteAsync(http, page, new AnswerForm(page.Round.InstrumentVersion));
    }

    private static async Task Answer(string token, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        if (await OpenAsync(token, http, mediator, ct) is not { } page)
            return;
        var version = page.Round.InstrumentVersion;
        var form = new AnswerForm(version);
        if (page.State == HealthCheckLinkState.Form)
        {
            form = await Texts.InAsync(page.Language, () => TryAnswerAsync(token, version, http, mediator, ct));
            if (!form.IsWrong)
            {
                http.Response.Headers.Location = (http.Request.PathBase + http.Request.Path).ToUriComponent();
                http.Response.StatusCode = StatusCodes.Status303SeeOther;
                return;
            }

            page = await mediator.Send(new OpenHealthCheckLink(token), ct);
        }

        await WriteAsync(http, page, form);
    }

    /// <returns>The form, with an error if it was not stored.</returns>
    private static async Task<AnswerForm> TryAnswerAsync(
        string token,
        int version,
        HttpContext http,
        IMediator mediator,
        CancellationToken ct
    )
    {
        var form = await AnswerForm.ReadAsync(http, version, ct);
        if (form.IsWrong)
            return form;
        var ratings = form.Ratings();
        if (form.IsWrong)
            return form;
        try
        {
            await mediator.Send(new AnswerHealthCheck(token, ratings), ct);
        }
        catch (DomainException refusal)
        {
            form.Add(refusal);
        }

        return form;
    }

    private static async Task<HealthCheckLinkPage?> OpenAsync(string token, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        try
        {
            return await mediator.Send(new OpenHealthCheckLink(token), ct);
        }
        catch (DomainException unknown) when (unknown.Code == "healthCheckLink.notFound")
        {
            await Pages.Page<UnknownLinkPage>(new { }, StatusCodes.Status404NotFound).ExecuteAsync(http);
            return null;
        }
    }

    /// <summary>Writes the page in the language of the respondent.</summary>
    private static async Task WriteAsync(HttpContext http, HealthCheckLinkPage page, AnswerForm form) =>
        await Texts.InAsync(
            page.Language,
            async () =>
            {
                http.Response.Headers.ContentLanguage = System.Globalization.CultureInfo.CurrentUICulture.Name;
                IResult answer = page.State switch
                {
                    HealthCheckLinkState.Form => Pages.Page<AnswerPage>(
                        new { Page = page, Form = form },
                        form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
                    ),
                    HealthCheckLinkState.Receipt => Pages.Page<AnsweredPage>(new { Page = page }),
                    _ => Pages.Page<EndedPage>(new { Page = page }, StatusCodes.Status410Gone),
                };
                await answer.ExecuteAsync(http);
                return answer;
            }
        );
}
