using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Configuration;

namespace PartnershipTracker.Api.Configuration;

internal static class SettingEndpoints
{
    public static void MapSettings(this RouteGroupBuilder api) =>
        api.MapGet("/settings", List).WithTags("Installation").WithName("listSettings");

    private static Task<Page<SettingDetails>> List(IMediator mediator, CancellationToken ct) => mediator.Send(new ListSettings(), ct);
}
