using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>What a link leads to.</summary>
public enum LinkLeadsTo
{
    /// <summary>The form.</summary>
    Form,

    /// <summary>The question whether one takes over from a colleague.</summary>
    Confirmation,

    /// <summary>What was reported through it.</summary>
    Receipt,

    HandedOver,

    Revoked,

    Expired,

    /// <summary>Its holder is no contact of the organization any more.</summary>
    NoContact,

    /// <summary>The organization neither answers for the commitment nor supports it any more.</summary>
    NotYours,

    /// <summary>The commitment is closed, or not active yet.</summary>
    NotActive,
}

/// <param name="AsOf">The day the value is of.</param>
public sealed record LastValue(decimal Value, DateOnly AsOf);

/// <summary>All that the page of a link says. Where the link may not show a commitment, it has none.</summary>
public sealed record ReportLinkPage
{
    public LinkLeadsTo LeadsTo { get; init; }

    /// <summary>In which the page speaks; null where nobody has said.</summary>
    public string? Language { get; init; }

    /// <summary>The holder's organization.</summary>
    public string Organization { get; init; } = "";

    public CommitmentDetails? Commitment { get; init; }

    /// <summary>Who holds it, or was named.</summary>
    public string? Name { get; init; }

    /// <summary>Today, where the organization is that answers for the commitment.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The last day on which the link works.</summary>
    public DateOnly ExpiresOn { get; init; }

    /// <summary>What was reported last and not returned.</summary>
    public LastValue? Last { get; init; }

    /// <summary>Only the organization that answers for the commitment may ask for another date.</summary>
    public bool CanAskForDate { get; init; }

    /// <summary>A request for a new date that waits.</summary>
    public ChangeRequestDetails? AskedFor { get; init; }

    /// <summary>A colleague who was named and has not said yes, or has taken over; who named the reader, where they are asked to take over.</summary>
    public string? Colleague { get; init; }

    /// <summary>When it was spent or revoked.</summary>
    public DateTimeOffset? SpentAt { get; init; }

    /// <summary>What came through it.</summary>
    public ProgressReportDetails? Report { get; init; }

    /// <summary>Whether a fresh link can be asked for.</summary>
    public bool CanRenew { get; init; }
}

/// <summary>Looks where a link leads. It does nothing with it: programs that check mail open every link.</summary>
[Needs(Right.UseLink)]
public sealed record OpenReportLink(string Token) : IRequest<ReportLinkPage>;

internal sealed class OpenReportLinkHandler(ITrackerDb db, CurrentUser user, IMediator mediator, TimeProvider time) : IRequestHandler<OpenReportLink, ReportLinkPage>
{
    public async Task<ReportLinkPage> Handle(OpenReportLink query, CancellationToken ct)
    {
        var (now, link) = (time.GetUtcNow(), await db.ReportLinks.AsNoTracking().GetByTokenAsync(query.Token, ct));
        var state = link.StateAt(now);
        var holder = await db.HolderAsync(link, ct);
        var sender = link.PassedOnFrom is { } from ? await db.HolderAsync(await db.ReportLinks.AsNoTracking().SingleAsync(l => l.Id == from, ct), ct) : null;
        var page = new ReportLinkPage
        {
            LeadsTo = LeadsTo(state),
            Language = (holder ?? sender)?.Language,
            Organization = await db.Organizations.Where(o => o.Id == link.OrganizationId).Select(o => o.Name).SingleAsync(ct),
            Name = link.Colleague?.Name ?? holder?.Name,
            SpentAt = link.RevokedAt ?? link.UsedAt ?? link.HandedOverAt,
        };

        // Whoever may not report any more is told so, and nothing of the commitment.
        if (page.LeadsTo == LinkLeadsTo.Revoked) return page;
        if (link.ContactId is not null && holder is null) return page with { LeadsTo = LinkLeadsTo.NoContact };
        if (!await db.IsPartyAsync(link.CommitmentId, link.OrganizationId, ct)) return page with { LeadsTo = LinkLeadsTo.NotYours };

        user.ActAs(link.ContactId ?? default, link.OrganizationId, Role.Reporter);
        if (state is ReportLinkState.Open or ReportLinkState.Invited)
            await db.ReportLinks.Where(l => l.Id == link.Id && l.OpenedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.OpenedAt, now), ct);
        return await WithCommitmentAsync(page, link, sender, now, ct);
    }

    private async Task<ReportLinkPage> WithCommitmentAsync(ReportLinkPage page, ReportLink link, Contact? sender, DateTimeOffset now, CancellationToken ct)
    {
        var commitment = await mediator.Send(new GetCommitment(link.CommitmentId), ct);
        var zone = Codes.TimeZone(commitment.TimeZone);
        var isActive = commitment.Status == CommitmentStatus.Active;
        var changes = await mediator.Send(new ListChangeRequests(link.CommitmentId, Status: ChangeRequestStatus.Requested, Limit: Paging.MaxLimit), ct);
        return page with
        {
            LeadsTo = !isActive && page.LeadsTo is not (LinkLeadsTo.Receipt or LinkLeadsTo.HandedOver) ? LinkLeadsTo.NotActive : page.LeadsTo,
            Commitment = commitment,
            Today = DueDay.Today(now, zone),
            ExpiresOn = DueDay.Today(link.ExpiresAt.AddTicks(-1), zone),
            Last = await db.ProgressReports.Where(r => r.CommitmentId == link.CommitmentId && r.Value != null && r.Status != ProgressReportStatus.Returned)
                .OrderByDescending(r => r.AsOf).ThenByDescending(r => r.Seq).Select(r => new LastValue(r.Value!.Value, r.AsOf)).FirstOrDefaultAsync(ct),
            CanAskForDate = commitment.OrganizationId == link.OrganizationId.Value,
            AskedFor = changes.Items.FirstOrDefault(c => c.MilestoneId is null),
            Colleague = page.LeadsTo switch
            {
                LinkLeadsTo.Confirmation => sender?.Name,
                LinkLeadsTo.HandedOver => await NameOfAsync(link.HandedOverTo, ct),
                _ => await db.ReportLinks.Where(l => l.PassedOnFrom == link.Id && l.Colleague != null && l.ExpiresAt > now).Select(l => l.Colleague!.Name).FirstOrDefaultAsync(ct),
            },
            Report = link.ReportId is { } report ? await mediator.Send(new GetProgressReport(link.CommitmentId, report), ct) : null,
            CanRenew = isActive && link.ContactId is not null && page.LeadsTo is (LinkLeadsTo.Receipt or LinkLeadsTo.Expired),
        };
    }

    private async Task<string?> NameOfAsync(ReportLinkId? id, CancellationToken ct) =>
        await db.ReportLinks.Where(l => l.Id == id).Select(l => db.Contacts.Where(c => c.Id == l.ContactId).Select(c => c.Name).FirstOrDefault()).SingleOrDefaultAsync(ct);

    private static LinkLeadsTo LeadsTo(ReportLinkState state) => state switch
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
