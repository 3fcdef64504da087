using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Application.Calendars;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Calendars;

namespace PartnershipTracker.Api.Dashboard.Calendars;

/// <summary>Feeds with due dates for calendar programs.</summary>
internal static class CalendarPages
{
    private const int Shown = 50;

    public static void MapCalendarPages(this RouteGroupBuilder pages)
    {
        pages.MapRead<ListCalendars>(Links.Calendars, List);
        pages.MapForm<OpenCalendar>(Links.Calendars + "/new", New, Open);
        pages.MapForm<RevokeCalendar>(Links.Calendars + "/{id:guid}/revoke", ConfirmRevoke, Revoke);
    }

    private static async Task<IResult> List(IMediator mediator, CancellationToken ct, string? cursor = null) =>
        Pages.Page<CalendarsPage>(new { Calendars = await mediator.Send(new ListCalendars(Shown, cursor), ct) });

    private static Task<IResult> New(IMediator mediator, CancellationToken ct) => ShowAsync(new Form(), mediator, ct);

    private static Task<IResult> Open(FormPost post, IMediator mediator, PublicUrl url, CancellationToken ct) =>
        post.SendAsync<OpenCalendar>(
            async body =>
            {
                var opened = await mediator.Send(body, ct);
                return new Sent(Links.Calendars)
                {
                    Secret = Pages.Page<CalendarAddressPage>(new { opened.Name, Address = url.To($"/calendars/{opened.Token}.ics") }),
                };
            },
            form => ShowAsync(form, mediator, ct)
        );

    private static Task<IResult> ConfirmRevoke(Guid id, IMediator mediator, CancellationToken ct) =>
        ConfirmRevokeAsync(id, new Form(), mediator, ct);

    private static Task<IResult> Revoke(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RevokeCalendar(new CalendarId(id)), ct);
                return new Sent(Links.Calendars, "notice.calendar.revoked");
            },
            form => ConfirmRevokeAsync(id, form, mediator, ct)
        );

    private static async Task<IResult> ConfirmRevokeAsync(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var calendar = await mediator.Send(new GetCalendar(new CalendarId(id)), ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("calendar.revoke.question", Format.Name(calendar.Name)),
            what: Texts.Page("calendar.revoke.what"),
            button: Texts.Page("calendar.revoke"),
            back: Links.Calendars
        );
    }

    private static async Task<IResult> ShowAsync(Form form, IMediator mediator, CancellationToken ct) =>
        await Pages.FormPage<CalendarFormPage>(
            new
            {
                Form = form,
                Partnerships = (await mediator.Send(new ListPartnerships(Limit: Paging.MaxLimit), ct)).Items,
                Organizations = (await mediator.Send(new ListOrganizations(Limit: Paging.MaxLimit), ct)).Items,
            },
            form
        );
}
