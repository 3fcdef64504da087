using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports.Profiles;

/// <summary>Removes a saved profile. Imports that were made with it keep their own copy.</summary>
[Needs(Right.Administer)]
public sealed record RemoveImportProfile(string Name) : IRequest;

internal sealed class RemoveImportProfileValidator : AbstractValidator<RemoveImportProfile>
{
    public RemoveImportProfileValidator() => RuleFor(c => c.Name).RequiredLine(Limits.Name);
}

internal sealed class RemoveImportProfileHandler(ITrackerDb db) : IRequestHandler<RemoveImportProfile>
{
    public async Task<Unit> Handle(RemoveImportProfile command, CancellationToken ct)
    {
        var profile = await db.ImportProfiles.NamedAsync(command.Name, ct);
        profile.Remove();
        db.ImportProfiles.Remove(profile);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
