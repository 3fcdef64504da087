using System.Collections.Frozen;
using System.Reflection;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Common;

/// <summary>All access rights by role. Everything else is denied.</summary>
public static class RoleTable
{
    private static readonly FrozenDictionary<Right, Role[]> Allowed = new Dictionary<Right, Role[]>
    {
        [Right.Read] = Enum.GetValues<Role>(),
        [Right.SignIn] = Enum.GetValues<Role>(),
        [Right.Administer] = [Role.Secretariat],
        [Right.Contribute] = [Role.Secretariat, Role.Officer, Role.Reporter],
        [Right.Lead] = [Role.Secretariat, Role.Officer],
        [Right.Submit] = [Role.Secretariat, Role.Officer],
        [Right.ManagePeople] = [Role.Secretariat, Role.Officer],
        [Right.Decide] = [Role.Secretariat, Role.Reviewer],
        [Right.Review] = [Role.Secretariat, Role.Reviewer],
        [Right.Propose] = [Role.Secretariat, Role.Board, Role.Reviewer, Role.Officer, Role.Reporter, Role.Member],
        [Right.DecideInitiatives] = [Role.Board],
        [Right.Audit] = [Role.Secretariat, Role.Board, Role.Reviewer],
        [Right.AddVoice] = [Role.Community],
        [Right.Organize] = [Role.Secretariat, Role.Officer],
        [Right.UseLink] = Enum.GetValues<Role>(),
    }.ToFrozenDictionary();

    /// <summary>Roles that may act only for their own organization.</summary>
    private static readonly FrozenSet<Role> BoundToOwn = new[] { Role.Officer, Role.Reporter, Role.Community }.ToFrozenSet();

    public static bool Allows(Role role, Right right) => Allowed[right].Contains(role);

    public static Right? RightOf(Type request) => request.GetCustomAttribute<NeedsAttribute>()?.Right;

    /// <summary>Anonymous callers may read what is published, sign in, and use a report link.</summary>
    public static void Demand(ICurrentUser user, Type request) => user.WhyNotAllowed(request)?.Throw();

    /// <returns>The refusal for a caller without the right that this request needs; null if they have it.</returns>
    public static DomainException? WhyNotAllowed(this ICurrentUser user, Type request)
    {
        if (RightOf(request) is not { } right)
            return AccessErrors.NotAllowed();
        var allowed = user.Role is { } role ? Allows(role, right) : right is Right.Read or Right.SignIn or Right.UseLink;
        return allowed ? null : AccessErrors.NotAllowed();
    }

    /// <summary>Refuses callers with such a role who act for another organization.</summary>
    public static void MustActFor(this ICurrentUser user, OrganizationId organizationId) => user.WhyNotActFor(organizationId)?.Throw();

    /// <returns>The refusal of <see cref="MustActFor"/>; null if the caller may act for the organization.</returns>
    public static DomainException? WhyNotActFor(this ICurrentUser user, OrganizationId organizationId) =>
        user.Role is { } role && BoundToOwn.Contains(role) && user.OrganizationId != organizationId
            ? AccessErrors.NotYourOrganization()
            : null;

    /// <summary>Only the accountable organization and its supporters may report progress.</summary>
    public static void MustBeAParty(this ICurrentUser user, Commitment commitment) => user.WhyNotParty(commitment.IsParty)?.Throw();

    /// <param name="isParty">Whether an organization is accountable for the commitment or supports it.</param>
    /// <returns>The refusal of <see cref="MustBeAParty"/>; null if the caller may report.</returns>
    public static DomainException? WhyNotParty(this ICurrentUser user, Func<OrganizationId, bool> isParty) =>
        user.Role is { } role && BoundToOwn.Contains(role) && (user.OrganizationId is not { } own || !isParty(own))
            ? AccessErrors.NotYourOrganization()
            : null;

    /// <summary>Nobody reviews a commitment that their own organization is accountable for or supports.</summary>
    public static void MustNotBeAParty(this ICurrentUser user, Commitment commitment) => user.WhyNotReview(commitment.IsParty)?.Throw();

    /// <param name="isParty">Whether an organization is accountable for the commitment or supports it.</param>
    /// <returns>The refusal of <see cref="MustNotBeAParty"/>; null if it is a commitment of others.</returns>
    public static DomainException? WhyNotReview(this ICurrentUser user, Func<OrganizationId, bool> isParty) =>
        user.OrganizationId is { } own && isParty(own) ? AccessErrors.OwnCase() : null;

    /// <summary>
    /// As <see cref="MustNotBeAParty"/>, for a progress report of the caller's own organization, even if it no longer supports the
    /// commitment.
    /// </summary>
    public static void MustNotHaveReported(this ICurrentUser user, ProgressReport report) =>
        user.WhyNotReviewReportOf(report.OrganizationId)?.Throw();

    /// <returns>The refusal of <see cref="MustNotHaveReported"/>; null if another organization reported.</returns>
    public static DomainException? WhyNotReviewReportOf(this ICurrentUser user, OrganizationId reporter) =>
        user.OrganizationId == reporter ? AccessErrors.OwnCase() : null;

    /// <summary>
    /// Nobody decides on what they filed themselves, for whichever organization; an API key counts as the person who issued it.
    /// </summary>
    public static void MustNotHaveFiled(this ICurrentUser user, params IEnumerable<Filer> filers) => user.WhyNotDecide(filers)?.Throw();

    /// <returns>The refusal of <see cref="MustNotHaveFiled"/>; null if others filed it.</returns>
    public static DomainException? WhyNotDecide(this ICurrentUser user, params IEnumerable<Filer> filers) =>
        filers.Any(user.AsFiler().IsSameAs) ? AccessErrors.OwnFiling() : null;

    /// <summary>The caller as somebody who files.</summary>
    public static Filer AsFiler(this ICurrentUser user) => Filer.Of(user.Actor, user.Person);

    /// <summary>An officer manages the API keys of officers and reporters; the secretariat manages all.</summary>
    public static void MustManageKeysOf(this ICurrentUser user, Role role)
    {
        if (!user.ManagedRoles().Contains(role))
            throw AccessErrors.KeyRole();
    }

    /// <summary>The roles of the people and API keys that the caller manages.</summary>
    public static IReadOnlyList<Role> ManagedRoles(this ICurrentUser user) =>
        user.Role == Role.Officer ? [Role.Reporter, Role.Officer] : Enum.GetValues<Role>();

    /// <summary>Whether the caller manages the contacts, API keys and accounts of the organization.</summary>
    public static bool ManagesPeopleOf(this ICurrentUser user, OrganizationId organizationId) =>
        user.Role is { } role && Allows(role, Right.ManagePeople) && (!BoundToOwn.Contains(role) || user.OrganizationId == organizationId);

    public static bool SeesEverything(this ICurrentUser user) => user.Role is Role.Secretariat or Role.Board or Role.Reviewer;
}
