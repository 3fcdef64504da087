using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>
/// Sends the mail of a schedule, as it would be now, to the signed-in person and nobody else. Its subject says that it is a test; no
/// report is stored, and the next report still compares itself with the last one that was sent.
/// </summary>
[Needs(Right.Administer)]
public sealed record SendTestReport(ReportScheduleId ReportScheduleId) : IRequest<SentTest>;

/// <param name="Recipient">The address of the person who asked for it.</param>
public sealed record SentTest(string Recipient, string Subject);

internal sealed class SendTestReportHandler(
    ITrackerDb db,
    ICurrentUser user,
    ReportWriter writer,
    MailAllowance allowance,
    TimeProvider time
) : IRequestHandler<SendTestReport, SentTest>
{
    public async Task<SentTest> Handle(SendTestReport command, CancellationToken ct)
    {
        if (user.Actor is not { Kind: ActorKind.User, Id: { } person })
            throw DomainException.Refused("reportSchedule.testNeedsPerson");
        var address = await db.Users.Where(u => u.Id == new UserId(person)).Select(u => u.Email).SingleAsync(ct);
        var schedule = await db.ReportSchedules.AsNoTracking().GetAsync("reportSchedule", s => s.Id == command.ReportScheduleId, ct);
        var mail = (await writer.WriteAsync(schedule, ct)).Mail;
        var subject = await Texts.InAsync(schedule.Language, () => Task.FromResult(Texts.Mail("testSubject", mail.Subject)));
        await allowance.AddAsync(new OutgoingMail(address, subject, mail.Html, mail.Text, time.GetUtcNow()), ct);
        await db.SaveChangesAsync(ct);
        return new SentTest(address, subject);
    }
}
