using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>A report link, without its token.</summary>
public sealed record ReportLinkDetails
{
    public Guid Id { get; init; }

    public Guid CommitmentId { get; init; }

    public Guid OrganizationId { get; init; }

    /// <summary>Null until a colleague who was named has accepted.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>Null after the contact was removed.</summary>
    public string? Name { get; init; }

    public string? Email { get; init; }

    public ReportLinkState State { get; init; }

    /// <summary>Why a report is requested.</summary>
    public string? Reason { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the mail was sent; null while it waits.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When the page was first opened; mail scanners open links, too.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>The progress report made with the link.</summary>
    public Guid? ReportId { get; init; }

    /// <summary>The link with which the holder of this link was named.</summary>
    public Guid? PassedOnFrom { get; init; }

    public DateTimeOffset? HandedOverAt { get; init; }

    /// <summary>The link of the colleague who took over.</summary>
    public Guid? HandedOverTo { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}

internal sealed record ReportLinkRow(ReportLink Link, string? Name, string? Email, DateTimeOffset? SentAt)
{
    public ReportLinkDetails At(DateTimeOffset now) => new()
    {
        Id = Link.Id.Value,
        CommitmentId = Link.CommitmentId.Value,
        OrganizationId = Link.OrganizationId.Value,
        ContactId = Link.ContactId?.Value,
        Name = Link.Colleague?.Name ?? Name,
        Email = Link.Colleague?.Email ?? Email,
        State = Link.StateAt(now),
        Reason = Link.Reason,
        CreatedAt = Link.CreatedAt,
        SentAt = SentAt,
        OpenedAt = Link.OpenedAt,
        ExpiresAt = Link.ExpiresAt,
        UsedAt = Link.UsedAt,
        ReportId = Link.ReportId?.Value,
        PassedOnFrom = Link.PassedOnFrom?.Value,
        HandedOverAt = Link.HandedOverAt,
        HandedOverTo = Link.HandedOverTo?.Value,
        RevokedAt = Link.RevokedAt,
    };
}

internal static class ReportLinkRows
{
    public static IQueryable<ReportLinkRow> WithFacts(this IQueryable<ReportLink> links, ITrackerDb db) => links.AsNoTracking().Select(l => new ReportLinkRow(
        l,
        db.Contacts.Where(c => c.Id == l.ContactId).Select(c => c.Name).FirstOrDefault(),
        db.Contacts.Where(c => c.Id == l.ContactId).Select(c => c.Email).FirstOrDefault(),
        db.Mails.Where(m => m.Id == l.MailId).Select(m => m.SentAt).FirstOrDefault()));
}
