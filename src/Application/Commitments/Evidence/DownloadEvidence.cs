using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Returns a file that supports a progress report to callers who may see the commitment.</summary>
[Needs(Right.Read)]
public sealed record DownloadEvidence(EvidenceId EvidenceId) : IRequest<EvidenceContent>;

/// <param name="FileName">A name that is safe for saving the file.</param>
/// <param name="ContentType">The type as recognized from the content.</param>
/// <param name="Content">A stream that the caller disposes.</param>
public sealed record EvidenceContent(string FileName, string ContentType, string Sha256, Stream Content);

internal sealed class DownloadEvidenceHandler(ITrackerDb db, IFileStore files, ICurrentUser user) : IRequestHandler<DownloadEvidence, EvidenceContent>
{
    public async Task<EvidenceContent> Handle(DownloadEvidence query, CancellationToken ct)
    {
        var visible = db.Commitments.VisibleTo(db, user).Select(c => c.Id);
        var file = await db.Evidence
            .Where(e => e.Id == query.EvidenceId && e.Sha256 != null && db.ProgressReports.Any(r => r.Id == e.ReportId && visible.Contains(r.CommitmentId)))
            .Select(e => new { FileName = e.FileName!, ContentType = e.ContentType!, Sha256 = e.Sha256! }).SingleOrDefaultAsync(ct) ?? throw DomainException.NotFound("evidenceFile");
        return new EvidenceContent(file.FileName, file.ContentType, file.Sha256, files.Open(file.Sha256));
    }
}
