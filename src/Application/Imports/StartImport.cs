using System.Text.Json;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>Takes a file in; a job brings its rows in.</summary>
/// <param name="Content">UTF-8 CSV with a heading row; any size.</param>
/// <param name="Profile">The mapping, as JSON (see <see cref="ImportProfile"/>).</param>
/// <param name="DryRun">Says what would happen and keeps nothing.</param>
[Needs(Right.Administer)]
public sealed record StartImport(string FileName, Stream Content, string Profile, bool DryRun) : IRequest<ImportId>;

internal sealed class StartImportHandler(ITrackerDb db, IFileStore files, ICurrentUser user, TimeProvider time) : IRequestHandler<StartImport, ImportId>
{
    public async Task<ImportId> Handle(StartImport command, CancellationToken ct)
    {
        if (command.Profile.Length > ImportProfile.MaxLength) throw Malformed("form.tooLong", ImportProfile.MaxLength);
        try
        {
            ImportProfile.Parse(command.Profile);
        }
        catch (JsonException e)
        {
            throw Malformed("import.profileInvalid", e.Message);
        }

        var name = Path.GetFileName(command.FileName.Replace('\\', '/'));
        var import = new ImportRun(
            name.Length is > 0 and <= 200 ? name : "import.csv", await files.SaveAsync(command.Content, ct), command.Profile, command.DryRun, user.Actor, time.GetUtcNow());
        db.Imports.Add(import);
        await db.SaveChangesAsync(ct);
        return import.Id;
    }

    private static DomainException Malformed(string code, object arg) => new(RefusalKind.Malformed, code, "profile", arg);
}
