using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.ReportLinks;

/// <summary>Writes the mails to people who report by a report link.</summary>
internal sealed class LinkLetters(TimeProvider time) : ILinkLetters
{
    public Letter Of(LinkLetter letter)
    {
        var commitment = letter.Commitment;
        var due = ReportLinkTexts.Due(commitment, DueDay.Today(time.GetUtcNow(), Codes.TimeZone(commitment.TimeZone)));
        return letter switch
        {
            ReportRequestLetter please => new Letter(
                Texts.Mail("link.report.subject", commitment.Title),
                Sentences(
                    Texts.Mail("link.dear", please.Name),
                    Texts.Mail("link.report.commitment", commitment.OrganizationName, commitment.Title),
                    due,
                    ReportLinkTexts.ReportDue(commitment),
                    please.Reason is { } reason ? Texts.Mail("link.report.reason", reason) : null,
                    Texts.Mail("link.report.how")
                ),
                Button("link.report.button", please),
                [Texts.Mail("link.works", please.ExpiresOn), Texts.Mail("link.secret"), Texts.Mail("link.report.notYou")],
                HoldsKey: true
            ),
            TakeOverRequestLetter please => new Letter(
                Texts.Mail("link.takeOver.subject", please.NamedBy, commitment.Title),
                [
                    Texts.Mail("link.takeOver.named", please.NamedBy, please.Organization),
                    Texts.Mail("link.report.commitment", commitment.OrganizationName, commitment.Title),
                    due,
                    Texts.Mail("link.takeOver.how"),
                ],
                Button("link.takeOver.button", please),
                [Texts.Mail("link.works", please.ExpiresOn), Texts.Mail("link.secret"), Texts.Mail("link.takeOver.notYou")],
                HoldsKey: true
            ),
            TakenOver taken => new Letter(
                Texts.Mail("link.taken.subject", taken.By, commitment.Title),
                [
                    Texts.Mail("link.dear", taken.Name),
                    Texts.Mail("link.taken.says", taken.By, commitment.Title),
                    Texts.Mail("link.taken.next"),
                ],
                null,
                []
            ),
            ReportReceived received => new Letter(
                Texts.Mail("link.received.subject", commitment.Title),
                Sentences(
                    Texts.Mail("link.dear", received.Name),
                    Texts.Mail("link.received.says", commitment.Title, received.Report.AsOf),
                    received.Report.Value is { } value
                        ? Texts.Mail("link.received.value", ReportLinkTexts.WithUnit(value, commitment))
                        : null,
                    Texts.Mail("link.received.narrative", received.Report.Narrative),
                    received.Report.ReportsCompletion ? Texts.Mail("link.received.done") : null,
                    Texts.Count("mail.link.evidence", received.Report.Evidence.Count),
                    Texts.Mail("link.received.answer", ReportLinkTexts.LastDay(received.Report.ReviewDueAt, commitment)),
                    Texts.Mail("link.received.reference", received.Report.Id)
                ),
                null,
                [Texts.Mail("link.received.notYou")]
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(letter)),
        };
    }

    private static LetterLink Button(string words, LinkLetter letter) => new(Texts.Mail(words), ReportLinkPages.Path + letter.Token);

    private static IReadOnlyList<string> Sentences(params IEnumerable<string?> sentences) => [.. sentences.OfType<string>()];
}
