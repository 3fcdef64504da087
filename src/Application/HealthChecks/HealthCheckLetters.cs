using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.HealthChecks;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>The mails with the link of a health check.</summary>
internal static class HealthCheckLetters
{
    /// <summary>The path of the page that the link opens, before the token.</summary>
    private const string Path = "health-check/";

    /// <param name="name">The name of the respondent.</param>
    public static Letter Invitation(HealthCheckRound round, string partnership, string name, string token) =>
        Of("health.invitation.subject", "health.invitation", round, partnership, name, token);

    /// <inheritdoc cref="Invitation"/>
    public static Letter Reminder(HealthCheckRound round, string partnership, string name, string token) =>
        Of("health.reminder.subject", "health.reminder", round, partnership, name, token);

    private static Letter Of(string subject, string asks, HealthCheckRound round, string partnership, string name, string token) =>
        new(
            Texts.Mail(subject, partnership),
            [
                Texts.Mail("dear", name),
                Texts.Mail(asks, partnership, round.Period),
                Texts.Mail("health.minutes"),
                Texts.Mail("health.anonymous", HealthResults.MinAnswers),
            ],
            new LetterLink(Texts.Mail("health.button"), Path + token),
            [Texts.Mail("health.works", round.ClosesOn), Texts.Mail("health.secret"), Texts.Mail("health.why")],
            HoldsKey: true
        );
}
