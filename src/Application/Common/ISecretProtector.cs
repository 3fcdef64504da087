namespace PartnershipTracker.Application.Common;

/// <summary>Keeps secrets that must be read back, such as those we sign with. What is in the database is of no use without the keys beside it.</summary>
public interface ISecretProtector
{
    string Close(string secret);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys are gone, or it was changed.</exception>
    string Open(string closed);
}
