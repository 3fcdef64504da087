using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;

namespace PartnershipTracker.Api.Dashboard.History;

/// <summary>The history of everything that the reader may see.</summary>
internal static class HistoryPages
{
    private const int Shown = 50;

    public static void MapHistoryPages(this RouteGroupBuilder pages) => pages.MapRead<ListHistory>(Links.History, List);

    private static async Task<IResult> List(HttpContext http, IMediator mediator, CancellationToken ct, string? cursor = null)
    {
        var form = FilterForm.Of(http.Request);
        var lines = new Page<HistoryLine>([], null, null);
        if (form.Read<HistoryFilter>() is { } filter)
            lines = await mediator.Send(new ListHistory(filter) { Limit = Shown, Cursor = cursor }, ct);
        return Pages.Page<HistoryPage>(
            new
            {
                Form = form,
                Lines = lines,
                Partnerships = (await mediator.Send(new ListPartnerships(Limit: Paging.MaxLimit), ct)).Items,
                Organizations = (await mediator.Send(new ListOrganizations(Limit: Paging.MaxLimit), ct)).Items,
                People = http.User.May(Right.ManagePeople)
                    ? (await mediator.Send(new ListPeople(Paging.MaxLimit), ct)).Items
                    : [],
            },
            form.Status
        );
    }
}
