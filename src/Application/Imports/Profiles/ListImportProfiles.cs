using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Imports.Profiles;

/// <summary>Lists the saved profiles by name, without their content.</summary>
[Needs(Right.Administer)]
public sealed record ListImportProfiles(int? Limit = null, string? Cursor = null) : IRequest<Page<SavedProfile>>, IPaged;

internal sealed class ListImportProfilesValidator : AbstractValidator<ListImportProfiles>
{
    public ListImportProfilesValidator() => this.Paged();
}

internal sealed class ListImportProfilesHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListImportProfiles, Page<SavedProfile>>
{
    public async Task<Page<SavedProfile>> Handle(ListImportProfiles query, CancellationToken ct)
    {
        var page = await db.ImportProfiles.ToPageAsync(query, p => p.NameKey, descending: false, rows => rows.AsNoTracking(), ct);
        return new Page<SavedProfile>(await page.Items.AsItemsAsync(db, user, ct), page.Next, page.Total);
    }
}
