using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Access;

/// <summary>All refusals about people and signing in; the sentences are text resources of the same name.</summary>
public static class UserErrors
{
    public static DomainException Exists() => DomainException.Conflict("person.exists", "email");

    public static DomainException Deactivated() => DomainException.Refused("person.deactivated");

    public static DomainException SecretariatHasNoOrganization() =>
        DomainException.Refused("person.secretariatHasNoOrganization", "organizationId");

    public static DomainException OrganizationMissing() => DomainException.Refused("person.organizationMissing", "organizationId");

    public static DomainException LastOfSecretariat() => DomainException.Refused("person.lastOfSecretariat");

    /// <summary>Used, expired or unknown; the answer does not reveal which.</summary>
    public static DomainException LinkOver() => DomainException.Refused("signIn.linkOver", null, SignInRequest.Lifetime.TotalMinutes);

    public static DomainException OtherBrowser() => DomainException.Forbidden("signIn.otherBrowser");

    /// <summary>Wrong, used, expired or tried too often; the answer does not reveal which.</summary>
    public static DomainException WrongCode() => DomainException.Refused("signIn.wrongCode", "code", SignInRequest.MaxAttempts);
}
