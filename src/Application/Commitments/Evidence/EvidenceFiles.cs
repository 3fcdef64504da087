using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Takes a file as evidence of a progress report. The use cases of the API and of report links check who may do so.</summary>
internal sealed class EvidenceFiles(ITrackerDb db, IFileStore files, IFileTypes types, EvidenceRules rules)
{
    /// <summary>Stores the file; its row is saved by the caller.</summary>
    /// <param name="report">Saved already.</param>
    /// <param name="fileName">As the sender calls it; only its words are kept, the type is what the content says.</param>
    /// <param name="content">Can be read again from the start.</param>
    /// <param name="title">The file's name where nothing is said.</param>
    public async Task<Evidence> AddAsync(
        Commitment commitment, ProgressReport report, string fileName, Stream content, string? title, DecisionContext context, CancellationToken ct)
    {
        var file = await ReadAsync(fileName, content, title, ct);
        var already = await db.Evidence.CountAsync(e => e.ReportId == report.Id, ct);
        var evidence = commitment.AddEvidence(report, file, already, context);
        db.Evidence.Add(evidence);

        // The file is there before its row says so; should the save fail, it is a file that nothing points to.
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
