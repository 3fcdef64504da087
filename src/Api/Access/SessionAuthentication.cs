using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Api.Dashboard.Access;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Access;

/// <summary>
/// Authenticates people by their session cookie. Role and activity are read for each request, so that a change applies at once.
/// </summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    BrowserCookies cookies,
    ITrackerDb db,
    TimeProvider time
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Session";

    /// <summary>The shortest time between two updates of "last seen".</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (cookies.SessionOf(Request) is not { } token)
            return AuthenticateResult.NoResult();

        var (hash, now) = (Secret.HashOf(token), time.GetUtcNow());
        var found = await db
            .Sessions.Where(s => s.TokenHash == hash && s.ExpiresAt > now)
            .Join(
                db.Users.Where(u => u.DeactivatedAt == null),
                s => s.UserId,
                u => u.Id,
                (s, u) =>
                    new
                    {
                        s.Id,
                        s.CreatedAt,
                        s.LastSeenAt,
                        Person = u,
                    }
            )
            .AsNoTracking()
            .SingleOrDefaultAsync(Context.RequestAborted);
        if (found is null)
            return AuthenticateResult.Fail("The session is unknown or has ended.");
        if (now - found.LastSeenAt >= SeenEvery)
        {
            var until = Session.ExpiryOf(found.CreatedAt, now);
            await db
                .Sessions.Where(s => s.Id == found.Id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(s => s.LastSeenAt, now).SetProperty(s => s.ExpiresAt, until),
                    Context.RequestAborted
                );
        }

        var person = found.Person;
        var identity = Caller.Identity(
            Scheme,
            ActorKind.User,
            person.Id.Value,
            person.Name ?? person.Email,
            person.Role,
            person.OrganizationId
        );
        identity.AddClaim(new Claim(Caller.Session, found.Id.Value.ToString()));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    /// <summary>
    /// A browser that opens a page is sent to the sign-in and back. One that sends a form gets a page that holds what was typed and takes
    /// the code of a new sign-in. Every other caller gets a 401.
    /// </summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Problems.WantsPage(Context) && HttpMethods.IsGet(Request.Method))
            Response.Redirect($"{Links.SignIn}?returnUrl={Uri.EscapeDataString(Request.Path + Request.QueryString)}");
        else if (Problems.WantsPage(Context) && await HeldForm.OfAsync(Context, Context.GetEndpoint()) is { } held)
            await ResumeEndpoints.Show(new ResumePage.State(held), StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
        else
            await base.HandleChallengeAsync(properties);
    }
}
