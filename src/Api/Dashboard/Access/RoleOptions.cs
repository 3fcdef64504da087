using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Api.Dashboard.Access;

/// <summary>The roles to choose from, each with what it may do.</summary>
internal static class RoleOptions
{
    public static IReadOnlyList<Option> Of(IEnumerable<Role> roles) =>
        [
            .. roles.Select(role =>
                Option.Of([role])[0] with
                {
                    Hint = role switch
                    {
                        Role.Reporter => Texts.Page("role.reporter"),
                        Role.Officer => Texts.Page("role.officer"),
                        Role.Reviewer => Texts.Page("role.reviewer"),
                        Role.Board => Texts.Page("role.board"),
                        Role.Secretariat => Texts.Page("role.secretariat"),
                        Role.Community => Texts.Page("role.community"),
                        Role.Member => Texts.Page("role.member"),
                        _ => null,
                    },
                }
            ),
        ];
}
