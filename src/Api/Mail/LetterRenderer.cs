using System.Text;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Api.Mail;

/// <summary>Renders a letter as HTML with a component, and as plain text.</summary>
internal sealed class LetterRenderer(MailHtml mail, PublicUrl url, TimeProvider time) : ILetterRenderer
{
    public async Task<OutgoingMail> RenderAsync(string recipient, Letter letter)
    {
        var address = letter.Button is { } button ? url.To(button.Path) : null;
        var html = await mail.RenderAsync<LetterMail>(
            new Dictionary<string, object?> { [nameof(LetterMail.Letter)] = letter, [nameof(LetterMail.Address)] = address }
        );
        return new OutgoingMail(recipient, letter.Subject, html, TextOf(letter, address), time.GetUtcNow(), letter.HoldsKey);
    }

    private static string TextOf(Letter letter, string? address)
    {
        var text = new StringBuilder().AppendLine(letter.Subject).AppendLine();
        foreach (var sentence in letter.Sentences)
            text.AppendLine(sentence).AppendLine();
        if (letter.Button is { } button)
            text.Append(button.Words).AppendLine(":").AppendLine(address).AppendLine();
        if (letter.Code is var (says, code))
            text.AppendLine(says).AppendLine(code).AppendLine();
        foreach (var sentence in letter.Small)
            text.AppendLine(sentence);
        return text.ToString();
    }
}
