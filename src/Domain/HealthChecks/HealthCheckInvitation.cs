using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Domain.HealthChecks;

/// <summary>
/// The invitation of one contact to one round, with a link that works once. It knows whether it was answered; it has no time of the answer,
/// and nothing leads from it to what was said (docs/health-check.md).
/// </summary>
/// <remarks>Not a <see cref="TrackedEntity"/>, whose time of the last change would be the time of the answer.</remarks>
public sealed class HealthCheckInvitation : Entity
{
    private HealthCheckInvitation() { }

    public HealthCheckRoundId RoundId { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    public ContactId ContactId { get; private set; }

    /// <summary>The role of the organization when it was invited: the group in which the answer is counted.</summary>
    public MemberRole Role { get; private set; }

    /// <inheritdoc cref="Role"/>
    public Sector Sector { get; private set; }

    /// <summary>SHA-256 of the token in the invitation.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>SHA-256 of the token in the reminder; null while there is none. Both links work until one is used.</summary>
    public string? ReminderHash { get; private set; }

    /// <summary>The mail of the invitation.</summary>
    public MailId MailId { get; private set; }

    public bool IsAnswered { get; private set; }

    /// <returns>The invitation to store and the token to mail.</returns>
    public static (HealthCheckInvitation Invitation, string Token) Make(
        HealthCheckRoundId round,
        OrganizationId organization,
        ContactId contact,
        MemberRole role,
        Sector sector
    )
    {
        var token = Secret.New();
        return (
            new HealthCheckInvitation
            {
                RoundId = round,
                OrganizationId = organization,
                ContactId = contact,
                Role = role,
                Sector = sector,
                Hash = Secret.HashOf(token),
            },
            token
        );
    }

    public void SentBy(MailId mail) => MailId = mail;

    /// <returns>The token to mail.</returns>
    public string Remind()
    {
        var token = Secret.New();
        ReminderHash = Secret.HashOf(token);
        return token;
    }
}
