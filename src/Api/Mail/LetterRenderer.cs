using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Api.Mail;

/// <summary>Lays letters out with a component, and the same as text.</summary>
internal sealed class LetterRenderer(IServiceProvider services, ILoggerFactory loggers, PublicUrl url, TimeProvider time) : ILetterRenderer
{
    public async Task<OutgoingMail> RenderAsync(string recipient, Letter letter)
    {
        var address = url.To(letter.Path);
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(LetterMail.Letter)] = letter, [nameof(LetterMail.Address)] = address });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<LetterMail>(parameters)).ToHtmlString());
        return new OutgoingMail(recipient, letter.Subject, html, TextOf(letter, address), time.GetUtcNow());
    }

    private static string TextOf(Letter letter, string address)
    {
        var text = new StringBuilder().AppendLine(letter.Subject).AppendLine();
        foreach (var sentence in letter.Sentences) text.AppendLine(sentence);
        text.AppendLine().Append(letter.Button).Append(": ").AppendLine(address);
        if (letter.Code is var (says, code)) text.AppendLine().AppendLine(says).AppendLine(code);
        return text.AppendLine().AppendLine(letter.Small).ToString();
    }
}
