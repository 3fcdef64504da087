using MediatR;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Api.Dashboard.Access;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Api.Access;

/// <summary>The signed-in person and their sessions, as a page and in the API.</summary>
internal static class MeEndpoints
{
    public static void MapMe(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/me").WithTags("People").AddEndpointFilter(SignInEndpoints.ForbidStoring);
        group.MapGet("/", Get).WithName("getMe");
        group.MapPut("/preferences", ChangePreferences).WithName("changePreferences").Produces<Me>();
        group.MapPut("/about", Describe).WithName("describeMyself").Produces<Me>();
        group.MapGet("/sessions", ListSessions).WithName("listSessions");
        group.MapDelete("/sessions/{id:guid}", EndSession).WithName("endSession").Produces(204);
    }

    /// <summary>These pages need a sign-in, even in the demonstration.</summary>
    public static void MapMyPages(this WebApplication app)
    {
        var pages = app.MapGroup(Links.Me)
            .RequireAuthorization()
            .DisableAntiforgery()
            .ExcludeFromDescription()
            .AddEndpointFilter(SignInEndpoints.ForbidStoring)
            .AddEndpointFilter(Pages.TakeNotice);
        pages.MapMethods("", Pages.Read, Page);
        pages.MapSend<ChangePreferences>("/preferences", Prefer);
        pages.MapSend<DescribeMyself>("/about", SaveAbout);
        pages.MapPost("/sessions/{id:guid}/end", End);
        pages.MapPost("/sessions/end-others", EndOthers);
    }

    private static Task<Me> Get(IMediator mediator, CancellationToken ct) => mediator.Send(new GetMe(), ct);

    private static async Task<Me> ChangePreferences(ChangePreferences body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(body, ct);
        return await mediator.Send(new GetMe(), ct);
    }

    private static async Task<Me> Describe(DescribeMyself body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(body, ct);
        return await mediator.Send(new GetMe(), ct);
    }

    private static Task<Page<SessionItem>> ListSessions([AsParameters] ListSessions query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static async Task<IResult> EndSession(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new EndSession(new SessionId(id)), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> Page(IMediator mediator, CancellationToken ct, string? cursor = null)
    {
        var me = await mediator.Send(new GetMe(), ct);
        return await PageAsync(me, PreferencesOf(me), AboutOf(me), mediator, ct, cursor);
    }

    private static Task<IResult> Prefer(FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ChangePreferences>(
            async body =>
            {
                await mediator.Send(body, ct);
                return new Sent(Links.Me, "notice.me.preferences");
            },
            async form =>
            {
                var me = await mediator.Send(new GetMe(), ct);
                return await PageAsync(me, form, AboutOf(me), mediator, ct);
            }
        );

    private static Task<IResult> SaveAbout(FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<DescribeMyself>(
            async body =>
            {
                await mediator.Send(body, ct);
                return new Sent(Links.Me, "notice.me.about");
            },
            async form =>
            {
                var me = await mediator.Send(new GetMe(), ct);
                return await PageAsync(me, PreferencesOf(me), form, mediator, ct);
            }
        );

    private static Form PreferencesOf(Me me) => Form.Of(new ChangePreferences(me.Language, me.TimeZone));

    private static Form AboutOf(Me me)
    {
        var form = Form.Of(new DescribeMyself(me.StakeholderGroup));
        form.SetAnswer("isEarlyCareer", me.IsCareerKnown ? me.IsEarlyCareer : null);
        return form;
    }

    private static async Task<IResult> PageAsync(
        Me me,
        Form form,
        Form about,
        IMediator mediator,
        CancellationToken ct,
        string? cursor = null
    ) =>
        Pages.Page<MePage>(
            new
            {
                Me = me,
                Form = form,
                About = about,
                Sessions = await mediator.Send(new ListSessions(Cursor: cursor), ct),
            },
            Math.Max(form.Status, about.Status)
        );

    private static async Task<IResult> End(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new EndSession(new SessionId(id)), ct);
        return Results.LocalRedirect(Links.Me);
    }

    private static async Task<IResult> EndOthers(IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new EndOtherSessions(), ct);
        return Results.LocalRedirect(Links.Me);
    }
}
