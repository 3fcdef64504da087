using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

/// <param name="Content">Can be read again from the start.</param>
public sealed record LinkFile(string Name, Stream Content);

/// <summary>
/// Reports as the holder of a link, by the same use cases as everybody: the report, a file for it and a request for a new date, where they are given.
/// All of it is saved together with the link's being spent, or nothing is.
/// </summary>
/// <param name="Report">About the commitment of the link, whatever it names.</param>
/// <param name="NewDate">About the commitment of the link, too.</param>
[Needs(Right.UseLink)]
public sealed record ReportByLink(string Token, ReportProgress Report, LinkFile? File = null, RequestChange? NewDate = null) : IRequest;

internal sealed class ReportByLinkValidator : AbstractValidator<ReportByLink>
{
    public ReportByLinkValidator()
    {
        RuleFor(r => r.Report).SetValidator(new ReportProgressValidator());
        RuleFor(r => r.NewDate!).SetValidator(new RequestChangeValidator()).When(r => r.NewDate is not null);
    }
}

internal sealed class ReportByLinkHandler(ITrackerDb db, CurrentUser user, IMediator mediator, ReportLinkMailer post, TimeProvider time) : IRequestHandler<ReportByLink>
{
    public async Task<Unit> Handle(ReportByLink command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var together = await db.Database.BeginTransactionAsync(ct);
        var link = await db.ReportLinks.GetByTokenAsync(command.Token, ct);
        link.MustBe(ReportLinkState.Open, now);
        var holder = await db.HolderAsync(link, ct) ?? throw DomainException.NotFound("contact");

        if (command.NewDate is { } asked) await mediator.AskForDateAsync(user, link, asked, ct);
        user.ActAs(holder.Id, link.OrganizationId, Role.Reporter);
        var report = await mediator.Send(command.Report with { CommitmentId = link.CommitmentId }, ct);
        if (command.File is { } file) await mediator.Send(new AddEvidence(link.CommitmentId, report, file.Name, file.Content), ct);

        link.Use(report, now);
        var (commitment, received) = (await mediator.Send(new GetCommitment(link.CommitmentId), ct), await mediator.Send(new GetProgressReport(link.CommitmentId, report), ct));
        await post.SendAsync(holder.Email, holder.Language, new ReportReceived(commitment, holder.Name, received));
        await db.SaveChangesAsync(ct);
        await together.CommitAsync(ct);
        return Unit.Value;
    }
}

/// <summary>Asks for a later date as the holder of a link, without a report; the link stays good for one.</summary>
/// <param name="NewDate">About the commitment of the link, whatever it names.</param>
[Needs(Right.UseLink)]
public sealed record AskForDateByLink(string Token, RequestChange NewDate) : IRequest;

internal sealed class AskForDateByLinkValidator : AbstractValidator<AskForDateByLink>
{
    public AskForDateByLinkValidator() => RuleFor(r => r.NewDate).SetValidator(new RequestChangeValidator());
}

internal sealed class AskForDateByLinkHandler(ITrackerDb db, CurrentUser user, IMediator mediator, TimeProvider time) : IRequestHandler<AskForDateByLink>
{
    public async Task<Unit> Handle(AskForDateByLink command, CancellationToken ct)
    {
        var link = await db.ReportLinks.GetByTokenAsync(command.Token, ct);
        link.MustBe(ReportLinkState.Open, time.GetUtcNow());
        if (await db.HolderAsync(link, ct) is null) throw DomainException.NotFound("contact");
        await mediator.AskForDateAsync(user, link, command.NewDate, ct);
        return Unit.Value;
    }
}

internal static class NewDates
{
    /// <summary>Whoever holds a link may ask what otherwise an officer asks: only for a later date, so that it is never more than a request somebody decides on.</summary>
    public static async Task AskForDateAsync(this IMediator mediator, CurrentUser user, ReportLink link, RequestChange asked, CancellationToken ct)
    {
        user.ActAs(link.ContactId!.Value, link.OrganizationId, Role.Officer);
        var due = (await mediator.Send(new GetCommitment(link.CommitmentId), ct)).DueDate;
        if (asked.Terms.NewDueDate is not { } date || date <= due) throw ReportLinkErrors.NotLater(due);
        await mediator.Send(new RequestChange(link.CommitmentId, new ChangeTerms(date, asked.Terms.Reason, asked.Terms.Explanation)), ct);
    }
}
