using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports.Profiles;

/// <summary>Keeps a profile, or a mapping as one, under a name. It takes the place of an earlier one of the same name.</summary>
/// <param name="Profile">As JSON; null if a mapping is given.</param>
[Needs(Right.Administer)]
public sealed record SaveImportProfile(string Name, ImportMapping? Mapping = null, string? Profile = null) : IRequest<SavedImportProfileId>;

internal sealed class SaveImportProfileValidator : AbstractValidator<SaveImportProfile>
{
    public SaveImportProfileValidator()
    {
        RuleFor(c => c.Name).RequiredLine(Limits.Name);
        RuleFor(c => c.Mapping!).SetValidator(new ImportMappingValidator()).When(c => c.Mapping is not null);
    }
}

internal sealed class SaveImportProfileHandler(ITrackerDb db, ICurrentUser user, ChosenProfile profiles, TimeProvider time)
    : IRequestHandler<SaveImportProfile, SavedImportProfileId>
{
    public async Task<SavedImportProfileId> Handle(SaveImportProfile command, CancellationToken ct)
    {
        var profile = await profiles.OfAsync(command.Mapping, command.Profile, null, ct) ?? throw ImportErrors.ProfileRequired();
        var key = TextKey.Of(command.Name);
        var saved = await db.ImportProfiles.SingleOrDefaultAsync(p => p.NameKey == key, ct);
        if (saved is null)
            db.ImportProfiles.Add(saved = new SavedImportProfile(command.Name));
        saved.Save(command.Name, profile, user.Actor, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return saved.Id;
    }
}
