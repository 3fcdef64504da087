using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Api.Dashboard.Access;

/// <summary>Sign-ins, refusals and keys of the last 90 days.</summary>
internal static class SecurityEventPages
{
    private const int Shown = 50;

    public static void MapSecurityEventPages(this RouteGroupBuilder pages) => pages.MapRead<ListSecurityEvents>(Links.SecurityEvents, List);

    private static async Task<IResult> List(HttpContext http, IMediator mediator, CancellationToken ct, string? cursor = null)
    {
        var form = FilterForm.Of(http.Request);
        var asked = form.Read<Filter>();
        return await Pages.FormPage<SecurityEventsPage>(
            new
            {
                Form = form,
                Events = asked is null
                    ? new Page<SecurityEventItem>([], null, null)
                    : await mediator.Send(new ListSecurityEvents(asked.Kind, asked.UserId, Shown, cursor), ct),
                People = (await mediator.Send(new ListPeople(Limit: Paging.MaxLimit), ct)).Items,
            },
            form
        );
    }

    private sealed record Filter(SecurityEventKind? Kind = null, Guid? UserId = null);
}
