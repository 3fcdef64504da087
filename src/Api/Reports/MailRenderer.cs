using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Api.Reports;

/// <summary>Renders the mail to the board with the components and the texts of the pages.</summary>
internal sealed class MailRenderer(IServiceProvider services, ILoggerFactory loggers, PublicUrl url) : IReportRenderer
{
    public async Task<RenderedReport> RenderAsync(ReportSnapshot snapshot, AccountabilityReportId id)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?> { [nameof(BoardMail.Snapshot)] = snapshot, [nameof(BoardMail.Url)] = url }
        );
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<BoardMail>(parameters)).ToHtmlString()
        );
        return new RenderedReport(BoardMailTexts.Subject(snapshot.Overview), html, BoardMailTexts.Text(snapshot, url));
    }
}
