using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;

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
        return await Pages.FormPage<HistoryPage>(
            new
            {
                Form = form,
                Lines = lines,
                Choices = await mediator.Send(new GetHistoryChoices(), ct),
            },
            form
        );
    }
}
