using System.Text.Json;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>Takes a file in; a job brings its rows in.</summary>
/// <param name="Content">UTF-8 CSV or XLSX with a heading row; any size. It can be sought in.</param>
/// <param name="Profile">The mapping, as JSON (see <see cref="ImportProfile"/>); null where the heading is ours.</param>
/// <param name="DryRun">Says what would happen and keeps nothing.</param>
[Needs(Right.Administer)]
public sealed record StartImport(string FileName, Stream Content, string? Profile, bool DryRun) : IRequest<ImportId>;

internal sealed class StartImportHandler(
    ITrackerDb db, IFileStore files, ISpreadsheetReader spreadsheets, ICurrentUser user, TimeProvider time, IValidator<ProposePartnership> partnerships) : IRequestHandler<StartImport, ImportId>
{
    private const int FileNameMaxLength = 200;

    public async Task<ImportId> Handle(StartImport command, CancellationToken ct)
    {
        if (command.Profile is { } profile) CheckProfile(profile);
        else await CheckHeadingAsync(command.Content, ct);

        var import = new ImportRun(
            NameOf(command.FileName), await files.SaveAsync(command.Content, ct), command.Profile, command.DryRun, user.Actor, time.GetUtcNow());
        db.Imports.Add(import);
        await db.SaveChangesAsync(ct);
        return import.Id;
    }

    /// <summary>As the sender calls it, where that can be shown.</summary>
    private static string NameOf(string given)
    {
        var name = Path.GetFileName(given.Replace('\\', '/'));
        return name.Length is > 0 and <= FileNameMaxLength && TextRules.IsLine(name) ? name : "import.csv";
    }

    private void CheckProfile(string profile)
    {
        if (profile.Length > ImportProfile.MaxLength) throw Malformed("form.tooLong", "profile", ImportProfile.MaxLength);
        try
        {
            var partnership = ImportProfile.Parse(profile).Proposed();
            if (partnerships.Validate(partnership) is { IsValid: false, Errors: [var first, ..] })
                throw Malformed("import.profileInvalid", "profile", $"partnership.{JsonNamingPolicy.CamelCase.ConvertName(first.PropertyName)}: {first.ErrorMessage}");
        }
        catch (JsonException e)
        {
            throw Malformed("import.profileInvalid", "profile", e.Message);
        }
    }

    /// <summary>Whoever sends another file hears it at once, not when the job has looked.</summary>
    private async Task CheckHeadingAsync(Stream content, CancellationToken ct)
    {
        await using (var file = await spreadsheets.OpenAsync(content, ct)) OwnRowReader.CheckHeading(file.Heading);
        content.Position = 0;
    }

    private static DomainException Malformed(string code, string field, params object?[] args) => new(RefusalKind.Malformed, code, field, args);
}
