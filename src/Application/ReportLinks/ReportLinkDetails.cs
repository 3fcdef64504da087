using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>A link, without what opens it.</summary>
public sealed record ReportLinkDetails
{
    public Guid Id { get; init; }

    public Guid CommitmentId { get; init; }

    public Guid OrganizationId { get; init; }

    /// <summary>Null while a colleague who was named has not said yes.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>Null once the contact is erased.</summary>
    public string? Name { get; init; }

    public string? Email { get; init; }

    public ReportLinkState State { get; init; }

    /// <summary>Why it was sent.</summary>
    public string? Reason { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its mail left us; null while it waits.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When its page was first asked for; programs that check mail for viruses do that, too.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>What was reported through it.</summary>
    public Guid? ReportId { get; init; }

    /// <summary>The link whose holder named this one's.</summary>
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
