using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Has a file read that was uploaded, or checked by a dry run before; a job does it. At most one of mapping, profile and saved profile is
/// given. Without any, the profile of the last dry run counts; a file in the product's own format needs none.
/// </summary>
/// <param name="Profile">As JSON.</param>
/// <param name="SavedProfile">The name of a saved one.</param>
/// <param name="DryRun">Checks the file and saves nothing. It can then be checked again, or imported.</param>
/// <param name="ChangeRequests">As for <see cref="StartImport"/>.</param>
[Needs(Right.Administer)]
public sealed record RunImport(
    ImportId ImportId,
    ImportMapping? Mapping = null,
    string? Profile = null,
    string? SavedProfile = null,
    bool DryRun = false,
    bool ChangeRequests = false
) : IRequest<ImportDetails>;

internal sealed class RunImportValidator : AbstractValidator<RunImport>
{
    public RunImportValidator()
    {
        RuleFor(c => c.Mapping!).SetValidator(new ImportMappingValidator()).When(c => c.Mapping is not null);
        RuleFor(c => c.SavedProfile).OptionalLine(Limits.Name);
    }
}

internal sealed class RunImportHandler(
    ITrackerDb db,
    IFileStore files,
    ISpreadsheetReader spreadsheets,
    ICurrentUser user,
    ChosenProfile profiles,
    TimeProvider time
) : IRequestHandler<RunImport, ImportDetails>
{
    public async Task<ImportDetails> Handle(RunImport command, CancellationToken ct)
    {
        var import = await db.Imports.GetAsync("import", i => i.Id == command.ImportId, ct);
        var chosen = await profiles.OfAsync(command.Mapping, command.Profile, Blank.ToNull(command.SavedProfile), ct);
        var profile = chosen ?? import.Profile;
        if (profile is null)
            await MustBeOurFormatAsync(import, ct);
        import.Run(profile, command.DryRun, command.ChangeRequests, user.Actor);
        await using var transaction = await db.Session.JoinTransactionAsync(System.Data.IsolationLevel.ReadCommitted, ct);
        await db.ImportItems.Where(i => i.ImportId == import.Id).ExecuteDeleteAsync(ct);

        // A dry run that failed has parked work, and a cancelled one may have work that is still claimed.
        if (
            await db.DeferredWork.SingleOrDefaultAsync(w => w.Kind == DeferredKind.Import && w.SubjectId == import.Id.Value, ct) is { } work
        )
            work.StartAgain();
        else
            db.DeferredWork.Add(new DeferredWork(DeferredKind.Import, import.Id.Value, time.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        if (transaction is not null)
            await transaction.CommitAsync(ct);
        return ImportAnswers.Of(import);
    }

    private async Task MustBeOurFormatAsync(ImportRun import, CancellationToken ct)
    {
        await using var content = files.OpenUpload(import);
        await using var file = await spreadsheets.OpenAsync(content, FileLayout.Default, ct);
        if (!OwnRowReader.CanRead(file.Heading))
            throw ImportErrors.ProfileRequired();
    }
}
