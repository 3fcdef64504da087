using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

/// <summary>
/// What is stored of an exception: the code of the product's own exceptions, otherwise the type. The message is never stored, because it
/// may contain addresses.
/// </summary>
internal static class Failure
{
    public static DeferredResult Of(Exception e) => e switch
    {
        MailRefusedException mail => DeferredResult.Failed(mail.Reason, mail.IsPermanent),
        DomainException refusal => DeferredResult.Failed(refusal.Code),
        _ => DeferredResult.Failed(Cut(e.GetType().Name)),
    };

    private static string Cut(string name) => name.Length <= DeferredWork.ReasonMaxLength ? name : name[..DeferredWork.ReasonMaxLength];
}
