using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Demo;

/// <summary>
/// The people as whom visitors of the demonstration can sign in. Their addresses belong to a domain that receives no mail (RFC 2606).
/// </summary>
internal static class DemoPeople
{
    public const string Domain = "@example.org";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("secretariat" + Domain, "Samira Haddad", Role.Secretariat),
        new("reviewer" + Domain, "Renata Oliveira", Role.Reviewer),
        new("board" + Domain, "Boris Lindqvist", Role.Board),
        new("officer" + Domain, "Omar Chowdhury", Role.Officer),
        new("reporter" + Domain, "Rina Das", Role.Reporter),
        new("member" + Domain, "Mina Sultana", Role.Member),
    ];

    /// <summary>Creates them.</summary>
    /// <param name="organization">That of the officer and the reporter.</param>
    public static async Task<Dictionary<Role, User>> InviteAsync(
        TrackerDb db,
        OrganizationId organization,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var people = All.ToDictionary(
            person => person.Role,
            person =>
                User.Invite(person.Email, person.Name, person.Role, person.Role is Role.Officer or Role.Reporter ? organization : null, now)
        );
        people[Role.Member].Describe("practice", isEarlyCareer: true);
        db.Users.AddRange(people.Values);
        await db.SaveChangesAsync(ct);
        return people;
    }
}

internal sealed record DemoPerson(string Email, string Name, Role Role);
