using PartnershipTracker.Application.Mail;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>Writes the texts of these mails in the current language.</summary>
public interface ILinkLetters
{
    Letter Of(LinkLetter letter);
}
