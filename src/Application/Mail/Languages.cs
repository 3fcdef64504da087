using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Mail;

internal static class Languages
{
    /// <summary>The language in which to write to an address, as far as it is known from a person or a contact who has it.</summary>
    /// <returns>One of the six UN languages; null if it is unknown.</returns>
    public static async Task<string?> LanguageOfAsync(this ITrackerDb db, string email, CancellationToken ct)
    {
        var address = Email.Normalize(email);

        // Both are always read, so that the time for a sign-in link does not tell whether the address has an account.
        var ofPerson = await db.Users.Where(u => u.Email == address).Select(u => u.Language).FirstOrDefaultAsync(ct);
        var ofContact = await db
            .Contacts.Where(c => c.Email == address && c.Language != null)
            .OrderBy(c => c.Seq)
            .Select(c => c.Language)
            .FirstOrDefaultAsync(ct);
        return ofPerson ?? ofContact;
    }
}
