using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports.Profiles;

/// <param name="Name">Case, accents and spaces are ignored.</param>
[Needs(Right.Administer)]
public sealed record GetImportProfile(string Name) : IRequest<SavedProfileDetails>;

internal sealed class GetImportProfileValidator : AbstractValidator<GetImportProfile>
{
    public GetImportProfileValidator() => RuleFor(q => q.Name).RequiredLine(Limits.Name);
}

internal sealed class GetImportProfileHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetImportProfile, SavedProfileDetails>
{
    public async Task<SavedProfileDetails> Handle(GetImportProfile query, CancellationToken ct)
    {
        var profile = await db.ImportProfiles.AsNoTracking().NamedAsync(query.Name, ct);
        var item = (await new[] { profile }.AsItemsAsync(db, user, ct))[0];
        return new SavedProfileDetails
        {
            Name = item.Name,
            SavedBy = item.SavedBy,
            SavedAt = item.SavedAt,
            Version = item.Version,
            Profile = JsonSerializer.Deserialize<JsonElement>(profile.Profile),
        };
    }
}
