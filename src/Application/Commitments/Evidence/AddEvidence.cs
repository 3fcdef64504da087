using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>What whoever runs the service allows (<c>Evidence:*</c>).</summary>
/// <param name="MaxMegabytes">Of one file.</param>
public sealed record EvidenceRules(int MaxMegabytes = 20)
{
    public long MaxBytes => MaxMegabytes * 1_000_000L;
}

/// <summary>Takes a file in support of a progress report.</summary>
/// <param name="FileName">As the sender calls it; only its words are kept, the type is what the content says.</param>
/// <param name="Content">Can be read again from the start.</param>
/// <param name="Title">The file's name where nothing is said.</param>
[Needs(Right.Draft)]
public sealed record AddEvidence(CommitmentId CommitmentId, ProgressReportId ReportId, string FileName, Stream Content, string? Title = null) : IRequest<EvidenceDetails>;

internal sealed class AddEvidenceValidator : AbstractValidator<AddEvidence>
{
    public AddEvidenceValidator() => RuleFor(e => e.Title).OptionalLine(Evidence.TitleMaxLength);
}

internal sealed class AddEvidenceHandler(
    ITrackerDb db, IFileStore files, ICurrentUser user, DecisionContexts contexts, EvidenceRules rules, IConfigurationProvider maps) : IRequestHandler<AddEvidence, EvidenceDetails>
{
    public async Task<EvidenceDetails> Handle(AddEvidence command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustBeAParty(commitment);
        var report = await db.ProgressReports.GetAsync("progressReport", r => r.Id == command.ReportId && r.CommitmentId == commitment.Id, ct);

        var file = await ReadAsync(command, ct);
        var already = await db.Evidence.CountAsync(e => e.ReportId == report.Id, ct);
        var evidence = commitment.AddEvidence(report, file, already, await contexts.OfAsync(commitment.OrganizationId, ct));
        db.Evidence.Add(evidence);

        // The file is there before its row says so; should the save fail, it is a file that nothing points to.
        await files.SaveAsync(file.Sha256, command.Content, ct);
        await db.SaveChangesAsync(ct);
        return await db.Evidence.Where(e => e.Id == evidence.Id).ProjectTo<EvidenceDetails>(maps).SingleAsync(ct);
    }

    private async Task<EvidenceFile> ReadAsync(AddEvidence command, CancellationToken ct)
    {
        var content = command.Content;
        if (content.Length > rules.MaxBytes) throw CommitmentErrors.EvidenceTooLarge(rules.MaxMegabytes);
        if (content.Length == 0) throw CommitmentErrors.EvidenceEmpty();
        var type = await EvidenceType.OfAsync(content, ct) ?? throw CommitmentErrors.EvidenceTypeRefused();
        content.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
        content.Position = 0;
        return new EvidenceFile(command.Title, SafeName.Of(command.FileName, type.Extension), type.ContentType, content.Length, sha256);
    }
}

/// <summary>A name that every system can save a file under: no folders, nothing invisible, and the extension of what it is.</summary>
internal static class SafeName
{
    private const int Longest = 120;
    private const string Otherwise = "evidence";

    /// <summary>Names that Windows keeps for devices.</summary>
    private static readonly string[] Devices = ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })];

    /// <param name="given">Anything, a path of another system included.</param>
    /// <param name="extension">With its dot.</param>
    public static string Of(string given, string extension)
    {
        var clean = new StringBuilder();
        foreach (var rune in Path.GetFileNameWithoutExtension(given.Replace('\\', '/')).EnumerateRunes().Where(IsVisible))
        {
            if (clean.Length + rune.Utf16SequenceLength > Longest) break;
            clean.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' or ';' or '%' ? new Rune('_') : rune);
        }

        var name = clean.ToString().Trim(' ', '.');
        if (name.Length == 0) name = Otherwise;
        return (Devices.Contains(name.Split('.')[0].Trim().ToLowerInvariant()) ? "_" : "") + name + extension;
    }

    /// <summary>Also keeps out what turns the direction of writing; the two joiners are letters of several scripts.</summary>
    private static bool IsVisible(Rune rune) => rune.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
