using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>The holder of a link is not the right person and names a colleague, who gets a link of their own and confirms by it.</summary>
[Needs(Right.UseLink)]
public sealed record PassOnReportLink(string Token, string ColleagueName, string ColleagueEmail) : IRequest;

internal sealed class PassOnReportLinkValidator : AbstractValidator<PassOnReportLink>
{
    public PassOnReportLinkValidator()
    {
        RuleFor(c => c.ColleagueName).RequiredLine(Contact.NameMaxLength);
        RuleFor(c => c.ColleagueEmail).EmailAddress();
    }
}

internal sealed class PassOnReportLinkHandler(ITrackerDb db, CurrentUser user, IMediator mediator, ReportLinkMailer post, TimeProvider time) : IRequestHandler<PassOnReportLink>
{
    public async Task<Unit> Handle(PassOnReportLink command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var link = await db.ReportLinks.GetByTokenAsync(command.Token, ct);
        link.MustBe(ReportLinkState.Open, now);
        var holder = await db.HolderAsync(link, ct) ?? throw DomainException.NotFound("contact");
        var colleague = new Colleague(command.ColleagueName.Trim(), Email.Normalize(command.ColleagueEmail));
        if (colleague.Email == holder.Email) throw ReportLinkErrors.SamePerson();

        // The same again is a second press of the button; somebody else takes the place of whoever was named before.
        var named = await db.ReportLinks.Where(l => l.PassedOnFrom == link.Id).ToListAsync(ct);
        if (named.Exists(l => l.Colleague == colleague && l.StateAt(now) == ReportLinkState.Invited)) return Unit.Value;
        user.ActAs(holder.Id, link.OrganizationId, Role.Reporter);
        await post.PassOnAsync(await mediator.Send(new GetCommitment(link.CommitmentId), ct), link, holder, colleague, named.Count, ct);
        named.ForEach(l => l.Revoke(now));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

/// <summary>The colleague says yes: they become a contact of the organization, and the link of whoever named them is spent.</summary>
[Needs(Right.UseLink)]
public sealed record TakeOverReportLink(string Token) : IRequest;

internal sealed class TakeOverReportLinkHandler(ITrackerDb db, CurrentUser user, IMediator mediator, ReportLinkMailer post, TimeProvider time) : IRequestHandler<TakeOverReportLink>
{
    public async Task<Unit> Handle(TakeOverReportLink command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var link = await db.ReportLinks.GetByTokenAsync(command.Token, ct);
        link.MustBe(ReportLinkState.Invited, now);
        var (name, email) = link.Colleague!;
        var from = await db.ReportLinks.SingleAsync(l => l.Id == link.PassedOnFrom, ct);
        var sender = await db.HolderAsync(from, ct);

        // Who is a contact already is not made one twice.
        var organization = await db.Organizations.Include(o => o.Contacts).GetAsync(link.OrganizationId, ct);
        var contact = organization.Contacts.FirstOrDefault(c => c.Email == email) ?? organization.AddContact(name, email, ContactRole.Alternate, sender?.Language);
        link.TakeOver(contact.Id, from, now);

        user.ActAs(contact.Id, link.OrganizationId, Role.Reporter);
        if (sender is not null)
            await post.SendAsync(sender.Email, sender.Language, new TakenOver(await mediator.Send(new GetCommitment(link.CommitmentId), ct), sender.Name, contact.Name));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
