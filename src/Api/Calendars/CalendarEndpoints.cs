using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.Net.Http.Headers;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Calendars;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Calendars;

namespace PartnershipTracker.Api.Calendars;

internal static class CalendarEndpoints
{
    public static void MapCalendars(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/calendars").WithTags("Calendars");
        group.MapPost("/", Open).WithName("openCalendar").Produces<NewCalendar>(201).WithMetadata(new ShowsSecret());
        group.MapGet("/", List).WithName("listCalendars");
        group.MapGet("/{id:guid}", Get).WithName("getCalendar").Produces<CalendarDetails>();
        group.MapDelete("/{id:guid}", Revoke).WithName("revokeCalendar").Produces(204);
    }

    /// <summary>The token in the address is the only permission needed. No log contains it: see <c>KeepLinksOut</c>.</summary>
    public static void MapCalendarFeeds(this IEndpointRouteBuilder app) =>
        app.MapMethods("/calendars/{token}.ics", Pages.Read, Read).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Open(IMediator mediator, PublicUrl url, CancellationToken ct, OpenCalendar? body = null)
    {
        var opened = await mediator.Send(body ?? new OpenCalendar(), ct);
        return Results.Created("/api/v1/calendars", new NewCalendar(opened.Id, opened.Name, url.To($"/calendars/{opened.Token}.ics")));
    }

    private static Task<Page<CalendarDetails>> List([AsParameters] ListCalendars query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static async Task<IResult> Get(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        http.Tagged(await mediator.Send(new GetCalendar(new CalendarId(id)), ct));

    private static async Task<IResult> Revoke(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RevokeCalendar(new CalendarId(id)), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> Read(string token, HttpContext http, IMediator mediator, PublicUrl url, CancellationToken ct)
    {
        var text = Encoding.UTF8.GetBytes(ICalendar.Write(await mediator.Send(new ReadCalendar(token), ct), url));
        http.Response.Headers.CacheControl = "private, max-age=900";
        return Results.File(
            text,
            "text/calendar; charset=utf-8",
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text))}\"")
        );
    }
}
