using FluentValidation;
using PartnershipTracker.Infrastructure.Configuration;

namespace PartnershipTracker.Infrastructure.Mail;

internal sealed class MailOptionsValidator : AbstractValidator<MailOptions>
{
    public MailOptionsValidator()
    {
        RuleFor(m => m.Smtp.Host).NotNull().When(m => m.Mode == MailMode.Smtp).WithMessage("Mail:Mode Smtp needs it");
        RuleFor(m => m.Smtp.Port).Between(1, 65535);

        // MimeKit accepts any text after the @, but our Message-ID ends with it and mail servers look it up.
        RuleFor(m => m.From).Must(from => Mailbox.Parse(from) is { } sender && Uri.CheckHostName(sender.Domain) == UriHostNameType.Dns)
            .WithMessage("an email address");
    }
}
