using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>Names a colleague as the right person to report. The colleague receives a link of their own and accepts with it.</summary>
[Needs(Right.UseLink)]
public sealed record PassOnReportLink(string Token, string ColleagueName, string ColleagueEmail) : IRequest;

internal sealed class PassOnReportLinkValidator : AbstractValidator<PassOnReportLink>
{
    public PassOnReportLinkValidator()
    {
        RuleFor(c => c.ColleagueName).RequiredLine(Limits.Name);
        RuleFor(c => c.ColleagueEmail).EmailAddress();
    }
}

internal sealed class PassOnReportLinkHandler(ITrackerDb db, CurrentUser user, ReportLinkMailer mailer, TimeProvider time)
    : IRequestHandler<PassOnReportLink>
{
    public async Task<Unit> Handle(PassOnReportLink command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var link = await db.ReportLinks.GetByTokenAsync(command.Token, ct);
        link.MustBe(ReportLinkState.Open, now);
        var holder = await db.HolderAsync(link, ct) ?? throw DomainException.NotFound("contact");
        var colleague = new Colleague(command.ColleagueName.Trim(), Email.Normalize(command.ColleagueEmail));
        if (colleague.Email == holder.Email)
            throw ReportLinkErrors.SamePerson();

        // The same colleague again is a repeated submit and changes nothing; another colleague replaces the one named before.
        var named = await db.ReportLinks.Where(l => l.PassedOnFrom == link.Id).ToListAsync(ct);
        if (named.Exists(l => l.Colleague == colleague && l.StateAt(now) == ReportLinkState.Invited))
            return Unit.Value;
        user.ActAsHolder(holder.Id, link.OrganizationId);
        await mailer.PassOnAsync(await db.GetDetailsAsync(link.CommitmentId, user, now, ct), link, holder, colleague, named.Count, ct);
        named.ForEach(l => l.Revoke(now));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
