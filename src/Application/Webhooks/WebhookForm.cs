using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

internal static class WebhookForm
{
    public static WebhookTerms ToTerms(this IWebhookTerms said) => new(said.Url, said.Description, said.Events ?? [], said.OwnerEmail);

    public static void Terms<T>(this AbstractValidator<T> validator)
        where T : IWebhookTerms
    {
        validator.RuleFor(w => w.Url).RequiredLine(Webhook.UrlMaxLength);
        validator.RuleFor(w => w.Url).Must(url => string.IsNullOrEmpty(url) || ValidationRules.IsHttpUrl(url)).Format("form.url");
        validator.RuleFor(w => w.Description).OptionalLine(Webhook.DescriptionMaxLength);
        validator.RuleFor(w => w.OwnerEmail).EmailAddress();
        validator.RuleFor(w => w.Events).AtMost(WebhookEvents.Names.Count);
        validator.RuleForEach(w => w.Events).Must(WebhookEvents.Names.Contains).Format("form.unknownValue");
    }
}
