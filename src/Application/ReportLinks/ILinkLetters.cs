using PartnershipTracker.Application.Mail;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>Finds the words, in the current language.</summary>
public interface ILinkLetters
{
    Letter Of(LinkLetter letter);
}
