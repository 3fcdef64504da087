using System.Text.Json;
using PartnershipTracker.Application.Imports.Mapping;

namespace PartnershipTracker.Api.Imports;

/// <summary>At most one of the three is given; without any, the profile of the last dry run counts.</summary>
/// <param name="Profile">As an object.</param>
/// <param name="SavedProfile">The name of a saved profile.</param>
internal sealed record RunBody(ImportMapping? Mapping = null, JsonElement? Profile = null, string? SavedProfile = null);

/// <summary>One of the two is given.</summary>
/// <param name="Profile">As an object.</param>
internal sealed record SavedProfileBody(ImportMapping? Mapping = null, JsonElement? Profile = null);
