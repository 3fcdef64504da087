using System.Data;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>
/// Reports progress as the holder of a link, optionally with a file for the report and a request for a later date. The report, the file,
/// the request and the use of the link are saved in one transaction.
/// </summary>
/// <param name="Report">The report; it always applies to the commitment of the link.</param>
/// <param name="NewDate">The request for a later date; it always applies to the commitment of the link.</param>
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

internal sealed class ReportByLinkHandler(
    ITrackerDb db,
    CurrentUser user,
    DecisionContexts contexts,
    EvidenceFiles files,
    ReportLinkMailer mailer,
    IConfigurationProvider maps,
    TimeProvider time
) : IRequestHandler<ReportByLink>
{
    public async Task<Unit> Handle(ReportByLink command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Session.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        var link = await db.ReportLinks.GetByTokenAsync(command.Token, ct);
        link.MustBe(ReportLinkState.Open, now);
        var holder = await db.HolderAsync(link, ct) ?? throw DomainException.NotFound("contact");

        user.ActAsHolder(holder.Id, link.OrganizationId, await db.PersonOfAsync(holder.Email, ct));
        var commitment = await db.GetForChangeAsync(user, link.CommitmentId, ct);
        var context = await contexts.OfAsync(commitment.OrganizationId, ct);
        if (command.NewDate is { } asked)
            await db.RequestLaterDateAsync(user, commitment, asked.Terms, context, ct);
        user.MustBeAParty(commitment);
        var report = commitment.ReportProgress(link.OrganizationId, command.Report.ToStatement(), context);
        db.ProgressReports.Add(report);
        await db.SaveChangesAsync(ct);

        if (command.File is { } file)
            await files.AddAsync(commitment, report, file.Name, file.Content, title: null, context, ct);
        link.Use(report.Id, now);
        await db.SaveChangesAsync(ct);

        // Read again after saving, because the mail shows the new state of the commitment.
        var details = await db.GetDetailsAsync(link.CommitmentId, user, now, ct);
        var received = await db
            .ProgressReports.Where(r => r.Id == report.Id)
            .ProjectTo<ProgressReportDetails>(maps, new { db })
            .SingleAsync(ct);
        await mailer.SendAsync(holder.Email, holder.Language, new ReportReceived(details, holder.Name, received));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Unit.Value;
    }
}
