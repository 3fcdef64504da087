using System.Text.Json;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>Stores an uploaded file; a job imports its rows.</summary>
/// <param name="Content">A seekable stream with CSV or XLSX and a heading row, of any size.</param>
/// <param name="Profile">The mapping as JSON (see <see cref="ImportProfile"/>); null for the product's own file format.</param>
/// <param name="DryRun">Checks the file and reports the result without saving any rows.</param>
/// <param name="ChangeRequests">
/// Requests a change, in the name of the caller, for each active commitment that was imported before and differs from its row.
/// </param>
[Needs(Right.Administer)]
public sealed record StartImport(string FileName, Stream Content, string? Profile, bool DryRun, bool ChangeRequests = false)
    : IRequest<ImportId>;

internal sealed class StartImportHandler(
    ITrackerDb db,
    IFileStore files,
    ISpreadsheetReader spreadsheets,
    ICurrentUser user,
    TimeProvider time,
    IValidator<ProposePartnership> partnerships
) : IRequestHandler<StartImport, ImportId>
{
    private const int FileNameMaxLength = 200;

    public async Task<ImportId> Handle(StartImport command, CancellationToken ct)
    {
        if (command.Profile is { } profile)
            CheckProfile(profile);
        else
            await CheckHeadingAsync(command.Content, ct);

        var import = new ImportRun(
            NameOf(command.FileName),
            await files.SaveAsync(command.Content, ct),
            command.Profile,
            command.DryRun,
            command.ChangeRequests,
            user.Actor,
            time.GetUtcNow()
        );
        db.Imports.Add(import);
        await db.SaveChangesAsync(ct);
        return import.Id;
    }

    /// <summary>The name that the sender gave the file, without characters that cannot be shown.</summary>
    private static string NameOf(string given)
    {
        var name = Path.GetFileName(given.Replace('\\', '/'));
        return name.Length is > 0 and <= FileNameMaxLength && TextRules.IsLine(name) ? name : "import.csv";
    }

    private void CheckProfile(string profile)
    {
        if (profile.Length > ImportProfile.MaxLength)
            throw Malformed("form.tooLong", "profile", ImportProfile.MaxLength);
        try
        {
            var partnership = ImportProfile.Parse(profile).Proposed();
            if (partnerships.Validate(partnership) is { IsValid: false, Errors: [var first, ..] })
                throw Malformed(
                    "import.profileInvalid",
                    "profile",
                    Texts.Error(
                        "request.atField",
                        $"partnership.{JsonNamingPolicy.CamelCase.ConvertName(first.PropertyName)}",
                        first.ErrorMessage
                    )
                );
        }
        catch (ImportProfileException e)
        {
            throw Malformed("import.profileInvalid", "profile", e.Message);
        }
    }

    /// <summary>Checks the heading at once, so that the sender of a wrong file learns it before the job runs.</summary>
    private async Task CheckHeadingAsync(Stream content, CancellationToken ct)
    {
        await using (var file = await spreadsheets.OpenAsync(content, FileLayout.Default, ct))
            OwnRowReader.CheckHeading(file.Heading);
        content.Position = 0;
    }

    private static DomainException Malformed(string code, string field, params object?[] args) =>
        new(RefusalKind.Malformed, code, field, args);
}
