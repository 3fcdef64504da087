namespace PartnershipTracker.Application.Common;

/// <summary>
/// Encrypts secrets that must be read again, such as signing secrets. The database alone, without the keys, does not reveal them.
/// </summary>
public interface ISecretProtector
{
    string Protect(string secret);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys are missing, or the value was changed.</exception>
    string Unprotect(string protectedSecret);
}
