using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>Reads what a report link shows. The link is not used up, because mail scanners open every link.</summary>
[Needs(Right.UseLink)]
public sealed record OpenReportLink(string Token) : IRequest<ReportLinkPage>;

internal sealed class OpenReportLinkHandler(ITrackerDb db, CurrentUser user, IConfigurationProvider maps, TimeProvider time)
    : IRequestHandler<OpenReportLink, ReportLinkPage>
{
    public async Task<ReportLinkPage> Handle(OpenReportLink query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var link = await db.ReportLinks.AsNoTracking().GetByTokenAsync(query.Token, ct);
        var state = link.StateAt(now);
        var holder = await db.HolderAsync(link, ct);
        var sender = link.PassedOnFrom is { } from
            ? await db.HolderAsync(await db.ReportLinks.AsNoTracking().SingleAsync(l => l.Id == from, ct), ct)
            : null;
        var page = new ReportLinkPage
        {
            LeadsTo = LeadsTo(state),
            Language = (holder ?? sender)?.Language,
            Organization = await db.Organizations.Where(o => o.Id == link.OrganizationId).Select(o => o.Name).SingleAsync(ct),
            Name = link.Colleague?.Name ?? holder?.Name,
            SpentAt = link.RevokedAt ?? link.UsedAt ?? link.HandedOverAt,
        };

        // Holders who may no longer report are told so, without any detail of the commitment.
        if (page.LeadsTo == LinkLeadsTo.Revoked)
            return page;
        if (link.ContactId is not null && holder is null)
            return page with { LeadsTo = LinkLeadsTo.NoContact };
        if (!await db.IsPartyAsync(link.CommitmentId, link.OrganizationId, ct))
            return page with { LeadsTo = LinkLeadsTo.NotYours };

        user.ActAsHolder(link.ContactId ?? default, link.OrganizationId);
        if (state is ReportLinkState.Open or ReportLinkState.Invited)
            await db
                .ReportLinks.Where(l => l.Id == link.Id && l.OpenedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.OpenedAt, now), ct);
        return await WithCommitmentAsync(page, link, sender, now, ct);
    }

    private async Task<ReportLinkPage> WithCommitmentAsync(
        ReportLinkPage page,
        ReportLink link,
        Contact? sender,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var commitment = await db.GetDetailsAsync(link.CommitmentId, user, now, ct);
        var zone = Codes.TimeZone(commitment.TimeZone);
        var isActive = commitment.Status == CommitmentStatus.Active;
        return page with
        {
            LeadsTo =
                !isActive && page.LeadsTo is not (LinkLeadsTo.Receipt or LinkLeadsTo.HandedOver) ? LinkLeadsTo.NotActive : page.LeadsTo,
            Commitment = commitment,
            Today = DueDay.Today(now, zone),
            ExpiresOn = DueDay.Today(link.ExpiresAt.AddTicks(-1), zone),
            CanAskForDate = commitment.OrganizationId == link.OrganizationId.Value,
            AskedFor = await db
                .ChangeRequests.Where(c =>
                    c.CommitmentId == link.CommitmentId && c.MilestoneId == null && c.Status == ChangeRequestStatus.Requested
                )
                .OrderByDescending(c => c.Seq)
                .ProjectTo<ChangeRequestDetails>(maps)
                .FirstOrDefaultAsync(ct),
            Colleague = page.LeadsTo switch
            {
                LinkLeadsTo.Confirmation => sender?.Name,
                LinkLeadsTo.HandedOver => await NameOfAsync(link.HandedOverTo, ct),
                _ => await db
                    .ReportLinks.Where(l => l.PassedOnFrom == link.Id && l.Colleague != null && l.ExpiresAt > now)
                    .Select(l => l.Colleague!.Name)
                    .FirstOrDefaultAsync(ct),
            },
            Report = link.ReportId is { } report
                ? await db.ProgressReports.Where(r => r.Id == report).ProjectTo<ProgressReportDetails>(maps, new { db }).SingleAsync(ct)
                : null,
            CanRenew = isActive && link.IsRenewableAt(now),
        };
    }

    private async Task<string?> NameOfAsync(ReportLinkId? id, CancellationToken ct) =>
        await db
            .ReportLinks.Where(l => l.Id == id)
            .Select(l => db.Contacts.Where(c => c.Id == l.ContactId).Select(c => c.Name).FirstOrDefault())
            .SingleOrDefaultAsync(ct);

    private static LinkLeadsTo LeadsTo(ReportLinkState state) =>
        state switch
        {
            ReportLinkState.Open => LinkLeadsTo.Form,
            ReportLinkState.Invited => LinkLeadsTo.Confirmation,
            ReportLinkState.Used => LinkLeadsTo.Receipt,
            ReportLinkState.HandedOver => LinkLeadsTo.HandedOver,
            ReportLinkState.Revoked => LinkLeadsTo.Revoked,
            ReportLinkState.Expired => LinkLeadsTo.Expired,
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}
