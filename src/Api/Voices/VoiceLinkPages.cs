using FluentValidation;
using MediatR;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.ReportLinks;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Api.Voices;

/// <summary>
/// The pages of links for voices. A GET request changes nothing, because programs that check mail open every link. The token in the address
/// is the only permission (docs/adr/0018).
/// </summary>
internal static class VoiceLinkPages
{
    public const string Path = "/voice/";

    /// <summary>Shows the form again where a voice was given, to give another one instead.</summary>
    public const string Again = "again";

    public static void MapVoiceLinkPages(this WebApplication app)
    {
        var pages = app.MapGroup("/voice/{token}").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        pages.MapMethods("", Pages.Read, Show);
        pages.MapPost("", Do);
    }

    private static async Task Show(string token, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        if (await OpenAsync(token, http, mediator, ct) is { } page)
            await WriteAsync(http, page, new Form());
    }

    private static async Task Do(string token, HttpContext http, IMediator mediator, ITrackerDb db, CancellationToken ct)
    {
        // Before a large body is read.
        if (await OpenAsync(token, http, mediator, ct) is not { } page)
            return;
        var (form, done) = await Texts.InAsync(
            page.Language,
            async () =>
            {
                var form = await VoiceForm.ReadAsync(http, ct);
                return (form, !form.IsWrong && await TryDoAsync(token, form, mediator, db, ct));
            }
        );
        if (done)
        {
            http.Response.Headers.Location = (http.Request.PathBase + http.Request.Path).ToUriComponent();
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            return;
        }

        // Read again, because it may have changed meanwhile.
        await WriteAsync(http, await mediator.Send(new OpenVoiceLink(token), ct), form);
    }

    /// <returns>Whether it was done. If not, the form holds the errors.</returns>
    private static async Task<bool> TryDoAsync(string token, Form form, IMediator mediator, ITrackerDb db, CancellationToken ct)
    {
        try
        {
            if (form.Action == VoiceForm.Withdraw)
            {
                await mediator.Send(new WithdrawVoiceByLink(token), ct);
                return true;
            }

            if (await VoiceForm.DraftOfAsync(form, ct) is not { } draft)
                return false;
            await mediator.Send(new GiveVoiceByLink(token, draft), ct);
            return true;
        }
        catch (ValidationException invalid)
        {
            form.Add(invalid.Errors);
        }
        catch (DomainException refusal)
        {
            form.Add(refusal.Field == "claimId" ? DomainException.Refused(refusal.Code) : refusal);
        }
        catch (Exception e) when (db.Session.IsConflict(e))
        {
            db.Session.ClearTracked();
            form.Add("", Texts.Page("link.somebodyWasFirst"));
        }

        return false;
    }

    private static async Task<VoiceLinkPage?> OpenAsync(string token, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        try
        {
            return await mediator.Send(new OpenVoiceLink(token), ct);
        }
        catch (DomainException unknown) when (unknown.Code == "voiceLink.notFound")
        {
            await Pages.Page<UnknownLinkPage>(new { }, StatusCodes.Status404NotFound).ExecuteAsync(http);
            return null;
        }
    }

    /// <summary>Writes the page in the language of the person to whom the link was sent.</summary>
    private static async Task WriteAsync(HttpContext http, VoiceLinkPage page, Form form) =>
        await Texts.InAsync(
            page.Language,
            async () =>
            {
                http.Response.Headers.ContentLanguage = System.Globalization.CultureInfo.CurrentUICulture.Name;
                var gives =
                    page.State == VoiceLinkState.Open
                    || (page.CanGive && (http.Request.Query.ContainsKey(Again) || form is { IsWrong: true, Action: VoiceForm.Give }));
                IResult answer = page switch
                {
                    { Claim: not null } when gives => Pages.Page<VoiceLinkFormPage>(new { Page = page, Form = form }, form.Status),
                    { Claim: not null, Voice: not null } => Pages.Page<VoiceReceiptPage>(new { Page = page, Form = form }, form.Status),
                    _ => Pages.Page<VoiceLinkEndedPage>(new { Page = page }, StatusCodes.Status410Gone),
                };
                await answer.ExecuteAsync(http);
                return answer;
            }
        );
}
