using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

internal static class WebhookForm
{
    public static WebhookTerms ToTerms(this IWebhookTerms terms) => new(terms.Url, terms.Description, terms.Events ?? [], terms.OwnerEmail);

    public static void Terms<T>(this AbstractValidator<T> validator)
        where T : IWebhookTerms
    {
        validator.RuleFor(w => w.Url).RequiredLine(Limits.Url);
        validator.RuleFor(w => w.Url).Must(url => string.IsNullOrEmpty(url) || ValidationRules.IsHttpUrl(url)).WithText("form.url");
        validator.RuleFor(w => w.Description).OptionalLine(Limits.ShortText);
        validator.RuleFor(w => w.OwnerEmail).EmailAddress();
        validator.RuleFor(w => w.Events).AtMost(WebhookEvents.Names.Count);
        validator.RuleForEach(w => w.Events).Must(WebhookEvents.Names.Contains).WithText("form.unknownValue");
    }
}
