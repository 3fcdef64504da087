using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Application.Imports.Profiles;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>Finds the profile that a caller gives in one of three ways, and checks it before it is stored.</summary>
internal sealed class ChosenProfile(ITrackerDb db, IValidator<ProposePartnership> partnerships)
{
    /// <param name="profile">As JSON.</param>
    /// <param name="savedProfile">The name of a saved one.</param>
    /// <returns>The profile as JSON; null if none is given.</returns>
    /// <exception cref="DomainException">The profile is not valid, does not exist, or several are given.</exception>
    public async Task<string?> OfAsync(ImportMapping? mapping, string? profile, string? savedProfile, CancellationToken ct)
    {
        if ((mapping is null ? 0 : 1) + (profile is null ? 0 : 1) + (savedProfile is null ? 0 : 1) > 1)
            throw ImportErrors.OneProfileOnly();
        if (mapping is not null)
            return Checked(MappingProfile.Write(await CompleteAsync(mapping, ct)), "mapping");
        if (savedProfile is not null)
            return (await db.ImportProfiles.NamedAsync(savedProfile, ct)).Profile;
        return profile is null ? null : Checked(profile, "profile");
    }

    /// <summary>Takes the start date of the partnership from the stored one where the mapping leaves it out.</summary>
    private async Task<ImportMapping> CompleteAsync(ImportMapping mapping, CancellationToken ct)
    {
        var named = mapping.Partnership;
        if (named.StartDate is not null)
            return mapping;
        var key = TextKey.Of(named.Name);
        var known = await db
            .Partnerships.Where(p => p.NameKey == key)
            .OrderBy(p => p.Seq)
            .Select(p => (DateOnly?)p.StartDate)
            .FirstOrDefaultAsync(ct);
        return known is { } date
            ? mapping with
            {
                Partnership = named with { StartDate = date },
            }
            : throw ImportErrors.PartnershipStartDateRequired(named.Name);
    }

    private string Checked(string profile, string field)
    {
        if (profile.Length > ImportProfile.MaxLength)
            throw Malformed("form.tooLong", field, ImportProfile.MaxLength);
        try
        {
            var partnership = ImportProfile.Parse(profile).Proposed();
            if (partnerships.Validate(partnership) is { IsValid: false, Errors: [var first, ..] })
                throw Malformed(
                    "import.profileInvalid",
                    field,
                    Texts.Error(
                        "request.atField",
                        $"partnership.{JsonNamingPolicy.CamelCase.ConvertName(first.PropertyName)}",
                        first.ErrorMessage
                    )
                );
            return profile;
        }
        catch (ImportProfileException e)
        {
            throw Malformed("import.profileInvalid", field, e.Message);
        }
    }

    private static DomainException Malformed(string code, string field, params object?[] args) =>
        new(RefusalKind.Malformed, code, field, args);
}
