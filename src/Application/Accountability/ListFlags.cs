using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Accountability;

namespace PartnershipTracker.Application.Accountability;

/// <summary>Lists the flags that the caller may see, the newest first.</summary>
[Needs(Right.Read)]
public sealed record ListFlags(
    FlagKind? Kind = null,
    bool? Open = null,
    Guid? CommitmentId = null,
    Guid? OrganizationId = null,
    Guid? PartnershipId = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null,
    Guid? InitiativeId = null,
    Guid? OutcomeId = null
)
    : FlagFilter(Kind, Open, CommitmentId, OrganizationId, PartnershipId, InitiativeId, OutcomeId),
        IRequest<Page<FlagItem>>,
        ISupportsUpdatedSince;

/// <summary>The record that something became overdue, and when and why it stopped being so.</summary>
public sealed record FlagItem
{
    public Guid Id { get; init; }

    public FlagKind Kind { get; init; }

    /// <summary>Who missed the deadline.</summary>
    public FlagOwner Owner => Kind.Owner();

    /// <summary>The commitment; null for a flag of an initiative or an outcome.</summary>
    public Guid? CommitmentId { get; init; }

    /// <summary>The initiative that was not decided in time.</summary>
    public Guid? InitiativeId { get; init; }

    /// <summary>The outcome of a dialogue that was not taken up in time.</summary>
    public Guid? OutcomeId { get; init; }

    /// <summary>The step of its pathway that was not taken up in time; null for an outcome without steps.</summary>
    public Guid? OutcomeStepId { get; init; }

    public Guid? MilestoneId { get; init; }

    /// <summary>
    /// The accountable organization, the one that would carry the initiative, or the one that organizes the dialogue; null where there is
    /// none.
    /// </summary>
    public Guid? OrganizationId { get; init; }

    public Guid? PartnershipId { get; init; }

    /// <summary>The due date that was missed.</summary>
    public DateOnly DueDate { get; init; }

    /// <summary>When it became overdue (UTC).</summary>
    public DateTimeOffset OverdueAt { get; init; }

    /// <summary>Days overdue until now, or until the flag was cleared; a day that has begun counts.</summary>
    public int DaysOverdue { get; init; }

    /// <summary>When the sweep raised the flag (UTC).</summary>
    public DateTimeOffset RaisedAt { get; init; }

    public DateTimeOffset? ClearedAt { get; init; }

    public ClearedBecause? ClearedBecause { get; init; }

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}

internal sealed class FlagMaps : Profile
{
    public FlagMaps() => CreateMap<Flag, FlagItem>().ForMember(item => item.DaysOverdue, to => to.Ignore());
}

internal sealed class ListFlagsValidator : AbstractValidator<ListFlags>
{
    public ListFlagsValidator()
    {
        Include(new FlagFilterValidator<ListFlags>());
        this.Paged();
    }
}

internal sealed class ListFlagsHandler(ITrackerDb db, ICurrentUser user, TimeProvider time, IConfigurationProvider maps)
    : IRequestHandler<ListFlags, Page<FlagItem>>
{
    public async Task<Page<FlagItem>> Handle(ListFlags query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var page = await db
            .Flags.VisibleTo(db, user)
            .Matching(query)
            .ToPageAsync(query, f => f.Seq, descending: true, page => page.ProjectTo<FlagItem>(maps), ct);
        return page with
        {
            Items = [.. page.Items.Select(f => f with { DaysOverdue = (int)((f.ClearedAt ?? now) - f.OverdueAt).TotalDays + 1 })],
        };
    }
}
