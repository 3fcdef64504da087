using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>Tells apart the people who give voices, without storing who they are in readable form.</summary>
internal sealed class VoicePeople(ITrackerDb db, ICurrentUser user, ISecretProtector protector)
{
    private const int SaltLength = 32;

    /// <summary>Encrypts a person. The salt of the scope, if they are the first in it, is saved by the caller.</summary>
    /// <param name="scope">See <see cref="VoiceSubject.ScopeId"/>.</param>
    public async Task<VoicePerson> ProtectAsync(Guid scope, VoicePersonDetails person, CancellationToken ct)
    {
        var salt = await db.VoiceSalts.SingleOrDefaultAsync(s => s.ScopeId == scope, ct);
        if (salt is null)
        {
            var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SaltLength));
            salt = new VoiceSalt(scope, protector.Protect(secret));
            db.VoiceSalts.Add(salt);
        }

        return new VoicePerson(KeyOf(salt, person.Address), protector.Protect(JsonSerializer.Serialize(person)));
    }

    public VoicePersonDetails Read(string encrypted) =>
        JsonSerializer.Deserialize<VoicePersonDetails>(protector.Unprotect(encrypted)) ?? throw new InvalidDataException();

    /// <summary>The person of the caller: their account, or the key where no person issued it.</summary>
    public async Task<VoicePersonDetails> CallerAsync(CancellationToken ct)
    {
        if (user.Person is { } id)
        {
            var account = await db.Users.Where(u => u.Id == id).Select(u => new { u.Name, u.Email }).SingleAsync(ct);
            return new VoicePersonDetails(account.Name, account.Email);
        }

        return new VoicePersonDetails(null, $"key {user.Actor.Id}");
    }

    /// <summary>The keys of the caller in the scopes in which their organization has voices.</summary>
    public async Task<IReadOnlyList<string>> KeysOfCallerAsync(CancellationToken ct, Guid? only = null)
    {
        var own = user.OrganizationId;
        var salts = await db
            .VoiceSalts.AsNoTracking()
            .Where(s => only == null ? db.Voices.Any(v => v.OrganizationId == own && v.ScopeId == s.ScopeId) : s.ScopeId == only)
            .ToListAsync(ct);
        var caller = await CallerAsync(ct);
        return [.. salts.Select(salt => KeyOf(salt, caller.Address))];
    }

    /// <summary>How many different people an organization has invited or heard in a scope, with this one.</summary>
    public async Task<int> CountAsync(Guid scope, OrganizationId organization, string personKey, CancellationToken ct) =>
        1 + await db.PeopleOf(scope, organization).CountAsync(key => key != personKey, ct);

    private string KeyOf(VoiceSalt salt, string address) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(
                Convert.FromBase64String(protector.Unprotect(salt.Encrypted)),
                Encoding.UTF8.GetBytes(Email.Normalize(address))
            )
        );
}

/// <param name="Name">Null where it is unknown.</param>
/// <param name="Address">An email address; of a system its key.</param>
public sealed record VoicePersonDetails(string? Name, string Address);
