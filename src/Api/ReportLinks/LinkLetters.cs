using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.ReportLinks;

/// <summary>A short mail to one person: what it says, the one thing to do, and what else is worth knowing.</summary>
public sealed record Letter(string Subject, IReadOnlyList<string> Says, string? Button, string? Address, IReadOnlyList<string> Small);

/// <summary>Finds the words for those who report by link.</summary>
internal sealed class LinkLetters(IServiceProvider services, ILoggerFactory loggers, PublicUrl url, TimeProvider time) : ILinkLetters
{
    public async Task<RenderedLetter> RenderAsync(LinkLetter letter)
    {
        var words = WordsOf(letter);
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(LetterMail.Letter)] = words });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<LetterMail>(parameters)).ToHtmlString());
        return new RenderedLetter(words.Subject, html, TextOf(words));
    }

    private Letter WordsOf(LinkLetter letter)
    {
        var (commitment, address) = (letter.Commitment, letter.Token is { } token ? url.To(ReportLinkPages.Path + token) : null);
        var due = LinkWords.Due(commitment, DueDay.Today(time.GetUtcNow(), Codes.TimeZone(commitment.TimeZone)));
        return letter switch
        {
            PleaseReport please => new Letter(
                Texts.Mail("link.report.subject", commitment.Title),
                Sentences(
                    Texts.Mail("link.dear", please.Name), Texts.Mail("link.report.promise", commitment.OrganizationName, commitment.Title), due, LinkWords.ReportDue(commitment),
                    please.Reason is { } reason ? Texts.Mail("link.report.reason", reason) : null, Texts.Mail("link.report.how")),
                Texts.Mail("link.report.button"), address,
                [Texts.Mail("link.works", please.ExpiresOn), Texts.Mail("link.secret"), Texts.Mail("link.report.notYou")]),
            PleaseTakeOver please => new Letter(
                Texts.Mail("link.takeOver.subject", please.NamedBy, commitment.Title),
                [Texts.Mail("link.takeOver.named", please.NamedBy, please.Organization), Texts.Mail("link.report.promise", commitment.OrganizationName, commitment.Title), due, Texts.Mail("link.takeOver.how")],
                Texts.Mail("link.takeOver.button"), address,
                [Texts.Mail("link.works", please.ExpiresOn), Texts.Mail("link.secret"), Texts.Mail("link.takeOver.notYou")]),
            TakenOver taken => new Letter(
                Texts.Mail("link.taken.subject", taken.By, commitment.Title),
                [Texts.Mail("link.dear", taken.Name), Texts.Mail("link.taken.says", taken.By, commitment.Title), Texts.Mail("link.taken.next")], null, null, []),
            ReportReceived received => new Letter(
                Texts.Mail("link.received.subject", commitment.Title),
                Sentences(
                    Texts.Mail("link.dear", received.Name), Texts.Mail("link.received.says", commitment.Title, received.Report.AsOf),
                    received.Report.Value is { } value ? Texts.Mail("link.received.value", LinkWords.WithUnit(value, commitment)) : null,
                    Texts.Mail("link.received.narrative", received.Report.Narrative), received.Report.ClaimsCompletion ? Texts.Mail("link.received.done") : null,
                    Texts.Count("mail.link.evidence", received.Report.Evidence.Count),
                    Texts.Mail("link.received.answer", LinkWords.LastDay(received.Report.ReviewDueAt, commitment)), Texts.Mail("link.received.reference", received.Report.Id)),
                null, null, [Texts.Mail("link.received.notYou")]),
            _ => throw new ArgumentOutOfRangeException(nameof(letter)),
        };
    }

    private static IReadOnlyList<string> Sentences(params IEnumerable<string?> sentences) => [.. sentences.OfType<string>()];

    /// <summary>The same as plain text.</summary>
    private static string TextOf(Letter letter)
    {
        var text = new StringBuilder("PartnershipTracker").AppendLine().AppendLine();
        foreach (var sentence in letter.Says) text.AppendLine(sentence).AppendLine();
        if (letter.Address is not null) text.Append(letter.Button).AppendLine(":").AppendLine(letter.Address).AppendLine();
        foreach (var sentence in letter.Small) text.AppendLine(sentence);
        return text.ToString();
    }
}
