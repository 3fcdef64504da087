using System.Security.Claims;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Common;

/// <summary>The claims of a signed-in caller.</summary>
internal static class Caller
{
    /// <summary>Chooses the authentication of a request: by API key if it has one, otherwise by session.</summary>
    public const string Scheme = "Caller";

    public const string Session = "session";
    private const string Kind = "kind",
        Id = "id",
        Name = "name",
        Role = "role",
        Organization = "organization",
        Person = "person";

    /// <param name="person">The person who issued the key; null for a person, who is their own.</param>
    public static ClaimsIdentity Identity(
        string scheme,
        ActorKind kind,
        Guid id,
        string name,
        Role role,
        OrganizationId? organization,
        UserId? person = null
    )
    {
        var identity = new ClaimsIdentity(
            [new(Kind, kind.ToString()), new(Id, id.ToString()), new(Name, name), new(Role, role.ToString())],
            scheme,
            Name,
            Role
        );
        if (organization is { } own)
            identity.AddClaim(new Claim(Organization, own.Value.ToString()));
        if (person is { } behind)
            identity.AddClaim(new Claim(Person, behind.Value.ToString()));
        return identity;
    }

    /// <summary>Whether the role of the caller has a right. A use case may still refuse, e.g. for another organization.</summary>
    public static bool May(this ClaimsPrincipal caller, Right right) =>
        Enum.TryParse<Domain.Access.Role>(caller.FindFirstValue(Role), out var role) && RoleTable.Allows(role, right);

    /// <summary>Takes over the caller of a request, who may be anonymous.</summary>
    public static void SignIn(this CurrentUser user, HttpContext http)
    {
        user.Network = Networks.WideOf(http.Connection.RemoteIpAddress);
        if (http.User is { Identity.IsAuthenticated: true } caller)
            user.SignIn(caller);
    }

    private static void SignIn(this CurrentUser user, ClaimsPrincipal caller) =>
        user.SignIn(
            new Actor(Enum.Parse<ActorKind>(caller.FindFirstValue(Kind)!), Guid.Parse(caller.FindFirstValue(Id)!)),
            Enum.Parse<Role>(caller.FindFirstValue(Role)!),
            caller.FindFirstValue(Organization) is { } organization ? new OrganizationId(Guid.Parse(organization)) : null,
            caller.FindFirstValue(Session) is { } session ? new SessionId(Guid.Parse(session)) : null,
            caller.FindFirstValue(Person) is { } person ? new UserId(Guid.Parse(person)) : null
        );
}
