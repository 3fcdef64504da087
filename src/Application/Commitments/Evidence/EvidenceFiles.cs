using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Adds files as evidence of a progress report. The use cases of the API and of report links check who may do so.</summary>
internal sealed class EvidenceFiles(ITrackerDb db, IFileStore files, IFileTypes types, EvidenceRules rules)
{
    /// <summary>Stores the file; its row is saved by the caller.</summary>
    /// <param name="report">A report that is already saved.</param>
    /// <param name="fileName">The name that the sender gave the file. The extension is replaced by that of the actual content.</param>
    /// <param name="content">A seekable stream.</param>
    /// <param name="title">The name of the file if left out.</param>
    public async Task<Evidence> AddAsync(
        Commitment commitment, ProgressReport report, string fileName, Stream content, string? title, DecisionContext context, CancellationToken ct)
    {
        var file = await ReadAsync(fileName, content, title, ct);
        var already = await db.Evidence.CountAsync(e => e.ReportId == report.Id, ct);
        var evidence = commitment.AddEvidence(report, file, already, context);
        db.Evidence.Add(evidence);

        // The file is stored before its row: if saving fails, an unused file remains, but never a row without a file.
        await files.SaveAsync(file.Sha256, content, ct);
        return evidence;
    }

    private async Task<EvidenceFile> ReadAsync(string fileName, Stream content, string? title, CancellationToken ct)
    {
        if (content.Length > rules.MaxBytes) throw CommitmentErrors.EvidenceTooLarge(rules.MaxMegabytes);
        if (content.Length == 0) throw CommitmentErrors.EvidenceEmpty();
        var type = await types.FindAsync(content, ct) ?? throw CommitmentErrors.EvidenceTypeRefused();
        content.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
        content.Position = 0;
        return new EvidenceFile(title, SafeName.Of(fileName, type.Extension), type.ContentType, content.Length, sha256);
    }
}
