using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Api.Dashboard.Access;
using PartnershipTracker.Api.Demo;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Access;

/// <summary>
/// Sign-in and sign-out: pages with forms and without script. A GET request never signs anybody in, because programs that check mail open
/// every link.
/// </summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app)
    {
        // The origin of a form is checked in one place, SameOrigin.
        var pages = app.MapGroup("").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription().AddEndpointFilter(ForbidStoring);
        pages.MapMethods(Links.SignIn, Pages.Read, Form);
        pages.MapPost(Links.SignIn, RequestSignInLink);
        pages.MapPost(Links.SignIn + "/code", ByCode);
        pages.MapMethods(Links.SignIn + "/{token}", Pages.Read, ShowLink);
        pages.MapPost(Links.SignIn + "/{token}", ByLink);
        pages.MapPost(Links.SignOut, SignOut);
    }

    /// <summary>Neither browsers nor proxies may store these answers.</summary>
    public static ValueTask<object?> ForbidStoring(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }

    private static RazorComponentResult<SignInPage> Form(HttpRequest request, BrowserCookies cookies, string? returnUrl = null) =>
        Pages.Page<SignInPage>(new { ReturnTo = LocalPath.OrNull(returnUrl), HasAsked = cookies.BrowserOf(request) is not null });

    private static async Task<IResult> RequestSignInLink(
        HttpContext http,
        IMediator mediator,
        BrowserCookies cookies,
        DemoOptions demo,
        CancellationToken ct,
        [FromForm] string email = "",
        [FromForm] string? returnUrl = null
    )
    {
        try
        {
            var request = await mediator.Send(
                new RequestSignInLink(email, cookies.MarkBrowser(http), Networks.Of(http.Connection.RemoteIpAddress), returnUrl),
                ct
            );
            return Pages.Page<SignInPage>(
                new
                {
                    Email = email.Trim(),
                    HasAsked = true,
                    request.IsOverLimit,
                    Sent = demo.Shows(email) ? request.Sent : null,
                }
            );
        }
        catch (ValidationException wrong) when (Problems.WantsPage(http))
        {
            var says = wrong.Errors.First().ErrorMessage;
            return Pages.Page<SignInPage>(
                new
                {
                    Email = email,
                    EmailError = says,
                    ReturnTo = LocalPath.OrNull(returnUrl),
                },
                StatusCodes.Status400BadRequest
            );
        }
    }

    private static async Task<IResult> ByCode(
        HttpContext http,
        IMediator mediator,
        BrowserCookies cookies,
        CancellationToken ct,
        [FromForm] string code = ""
    )
    {
        try
        {
            return StartSession(
                http,
                cookies,
                await mediator.Send(new SignInByCode(code, cookies.BrowserOf(http.Request), Device.Of(http.Request)), ct)
            );
        }
        catch (Exception wrong) when (wrong is DomainException or ValidationException && Problems.WantsPage(http))
        {
            return Pages.Page<SignInPage>(
                new { HasAsked = true, CodeError = Texts.Error("signIn.wrongCode", SignInRequest.MaxAttempts) },
                StatusCodes.Status422UnprocessableEntity
            );
        }
    }

    private static async Task<IResult> ShowLink(
        string token,
        HttpRequest request,
        IMediator mediator,
        BrowserCookies cookies,
        CancellationToken ct
    ) => Pages.Page<LinkPage>(new { State = await mediator.Send(new ShowSignInLink(token, cookies.BrowserOf(request)), ct) });

    private static async Task<IResult> ByLink(
        string token,
        HttpContext http,
        IMediator mediator,
        BrowserCookies cookies,
        CancellationToken ct
    )
    {
        try
        {
            return StartSession(
                http,
                cookies,
                await mediator.Send(new SignInByLink(token, cookies.BrowserOf(http.Request), Device.Of(http.Request)), ct)
            );
        }
        catch (DomainException wrong) when (Problems.WantsPage(http))
        {
            return wrong.Kind == RefusalKind.Forbidden
                ? Pages.Page<LinkPage>(new { State = SignInLinkState.OtherBrowser }, StatusCodes.Status403Forbidden)
                : Pages.Page<LinkPage>(new { State = SignInLinkState.Over }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> SignOut(
        HttpContext http,
        IMediator mediator,
        ICurrentUser user,
        BrowserCookies cookies,
        CancellationToken ct
    )
    {
        if (user.Session is { } session)
            await mediator.Send(new EndSession(session), ct);
        cookies.SignOut(http);
        return Results.LocalRedirect(Links.SignIn);
    }

    private static IResult StartSession(HttpContext http, BrowserCookies cookies, SignedIn signedIn)
    {
        cookies.SignIn(http, signedIn.Token);
        return Results.LocalRedirect(signedIn.ReturnTo ?? Links.Work);
    }
}
