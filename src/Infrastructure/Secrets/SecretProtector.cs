using Microsoft.AspNetCore.DataProtection;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Infrastructure.Secrets;

/// <summary>Encrypts with ASP.NET data protection; its keys are files that all nodes share.</summary>
internal sealed class SecretProtector(IDataProtectionProvider protection) : ISecretProtector
{
    private readonly IDataProtector _protector = protection.CreateProtector("PartnershipTracker.Secrets");

    public string Protect(string secret) => _protector.Protect(secret);

    public string Unprotect(string protectedSecret) => _protector.Unprotect(protectedSecret);
}
