using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Api.Dashboard.Access;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Demo;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Access;

/// <summary>
/// Signs in again and sends the form that was filled in while the session ended. Nothing is stored meanwhile: the page holds it.
/// </summary>
internal static class ResumeEndpoints
{
    private const int Wrong = StatusCodes.Status422UnprocessableEntity;

    private static readonly FormLimits Limits = new(0);

    public static void MapResume(this WebApplication app) =>
        app.MapPost(Links.Resume, Resume)
            .AllowAnonymous()
            .DisableAntiforgery()
            .ExcludeFromDescription()
            .AddEndpointFilter(SignInEndpoints.ForbidStoring);

    public static RazorComponentResult<ResumePage> Show(ResumePage.State state, int status) =>
        Pages.Page<ResumePage>(new { Now = state }, status);

    private static async Task<IResult> Resume(
        HttpContext http,
        IMediator mediator,
        BrowserCookies cookies,
        DemoOptions demo,
        CancellationToken ct
    )
    {
        if (!http.Request.HasFormContentType)
            throw new InvalidDataException();
        var sent = await http.Request.ReadWholeFormAsync(Limits.Options, ct);
        var address = LocalPath.OrNull(sent["resume-address"]) ?? throw new InvalidDataException();
        var state = new ResumePage.State(HeldForm.Of(address, sent), sent["resume-email"].ToString().Trim());
        try
        {
            if (sent["resume-do"] == "code")
            {
                var device = Device.Of(http.Request);
                var signedIn = await mediator.Send(
                    new SignInByCode(sent["resume-code"].ToString(), cookies.BrowserOf(http.Request), device),
                    ct
                );
                cookies.SignIn(http, signedIn.Token);

                // 307: the browser sends the same form to its own address.
                return Results.LocalRedirect(address, permanent: false, preserveMethod: true);
            }

            var network = Networks.Of(http.Connection.RemoteIpAddress);
            var asked = await mediator.Send(new RequestSignInLink(state.Email!, cookies.MarkBrowser(http), network, null), ct);
            state = state with { IsOverLimit = asked.IsOverLimit, Sent = demo.Shows(state.Email!) ? asked.Sent : null };
            return Show(state, StatusCodes.Status200OK);
        }
        catch (Exception wrong) when (sent["resume-do"] == "code" && wrong is DomainException or ValidationException)
        {
            return Show(state with { CodeError = Texts.Error("signIn.wrongCode", Domain.Access.SignInRequest.MaxAttempts) }, Wrong);
        }
        catch (ValidationException wrong)
        {
            return Show(state with { EmailError = wrong.Errors.First().ErrorMessage }, Wrong);
        }
    }
}
