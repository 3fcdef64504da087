using System.Text;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Api.Mail;

/// <summary>Renders a letter as HTML with a component, and as plain text, in the language of its recipient.</summary>
internal sealed class LetterRenderer(MailHtml mail, PublicUrl url, TimeProvider time) : ILetterRenderer
{
    public Task<OutgoingMail> RenderAsync(string recipient, string? language, Func<Letter> write) =>
        Texts.InAsync(
            language,
            () =>
            {
                var letter = write();
                return RenderAsync(
                    recipient,
                    Texts.NotTranslated is { } remark ? letter with { Small = [.. letter.Small, remark] } : letter
                );
            }
        );

    private async Task<OutgoingMail> RenderAsync(string recipient, Letter letter)
    {
        var html = await mail.RenderAsync<LetterMail>(
            new Dictionary<string, object?> { [nameof(LetterMail.Letter)] = letter, [nameof(LetterMail.Url)] = url }
        );
        return new OutgoingMail(recipient, letter.Subject, html, TextOf(letter), time.GetUtcNow(), letter.HoldsKey);
    }

    private string TextOf(Letter letter)
    {
        var text = new StringBuilder().AppendLine(letter.Subject).AppendLine();
        foreach (var sentence in letter.Sentences)
            text.AppendLine(sentence).AppendLine();
        foreach (var line in letter.Lines ?? [])
            text.Append("- ").AppendLine(line.Words).Append("  ").AppendLine(url.To(line.Path)).AppendLine();
        if (letter.Button is { } button)
            text.Append(button.Words).AppendLine(":").AppendLine(url.To(button.Path)).AppendLine();
        if (letter.Code is var (says, code))
            text.AppendLine(says).AppendLine(code).AppendLine();
        foreach (var sentence in letter.Small)
            text.AppendLine(sentence);
        return text.ToString();
    }
}
