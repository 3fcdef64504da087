using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
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
/// <param name="SavedProfile">The name of a saved profile, instead of one that is sent.</param>
[Needs(Right.Administer)]
public sealed record StartImport(
    string FileName,
    Stream Content,
    string? Profile,
    bool DryRun,
    bool ChangeRequests = false,
    string? SavedProfile = null
) : IRequest<ImportId>;

internal sealed class StartImportValidator : AbstractValidator<StartImport>
{
    public StartImportValidator() => RuleFor(c => c.SavedProfile).OptionalLine(Limits.Name);
}

internal sealed class StartImportHandler(
    ITrackerDb db,
    IFileStore files,
    ISpreadsheetReader spreadsheets,
    ICurrentUser user,
    ChosenProfile profiles,
    TimeProvider time
) : IRequestHandler<StartImport, ImportId>
{
    public async Task<ImportId> Handle(StartImport command, CancellationToken ct)
    {
        var profile = await profiles.OfAsync(null, command.Profile, Blank.ToNull(command.SavedProfile), ct);
        if (profile is null)
            await CheckHeadingAsync(command.Content, ct);

        var import = new ImportRun(
            ImportFiles.NameOf(command.FileName),
            await files.SaveAsync(command.Content, ct),
            profile,
            command.DryRun,
            command.ChangeRequests,
            user.Actor,
            time.GetUtcNow()
        );
        db.Imports.Add(import);
        await db.SaveChangesAsync(ct);
        return import.Id;
    }

    /// <summary>Checks the heading at once, so that the sender of a wrong file learns it before the job runs.</summary>
    private async Task CheckHeadingAsync(Stream content, CancellationToken ct)
    {
        await using (var file = await spreadsheets.OpenAsync(content, FileLayout.Default, ct))
            OwnRowReader.CheckHeading(file.Heading);
        content.Position = 0;
    }
}
