using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Configuration;

namespace PartnershipTracker.Api.Dashboard.Configuration;

/// <summary>What the operator has set. It can be read here, and changed only where the program is started.</summary>
internal static class SettingPages
{
    public static void MapSettingPages(this RouteGroupBuilder pages) => pages.MapRead<ListSettings>(Links.Settings, List);

    private static async Task<IResult> List(IMediator mediator, CancellationToken ct) =>
        Pages.Page<SettingsPage>(new { Settings = (await mediator.Send(new ListSettings(), ct)).Items });
}
