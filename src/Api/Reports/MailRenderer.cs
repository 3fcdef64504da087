using PartnershipTracker.Api.Mail;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Reports;

namespace PartnershipTracker.Api.Reports;

/// <summary>Renders the mail to the board with the components and the texts of the pages.</summary>
internal sealed class MailRenderer(MailHtml mail, PublicUrl url) : IReportRenderer
{
    public async Task<RenderedReport> RenderAsync(ReportSnapshot snapshot)
    {
        var html = await mail.RenderAsync<BoardMail>(
            new Dictionary<string, object?> { [nameof(BoardMail.Snapshot)] = snapshot, [nameof(BoardMail.Url)] = url }
        );
        return new RenderedReport(BoardMailTexts.Subject(snapshot.Overview), html, BoardMailTexts.Text(snapshot, url));
    }
}
