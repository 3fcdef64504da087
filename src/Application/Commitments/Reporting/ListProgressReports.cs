using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <summary>What a partner claimed at a date.</summary>
public sealed record ProgressReportDetails
{
    public Guid Id { get; init; }

    public Guid CommitmentId { get; init; }

    public Guid OrganizationId { get; init; }

    public DateOnly AsOf { get; init; }

    public decimal? Value { get; init; }

    public string Narrative { get; init; } = "";

    public string? Barriers { get; init; }

    public bool ReportsCompletion { get; init; }

    public ProgressReportStatus Status { get; init; }

    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>By when an answer is owed.</summary>
    public DateTimeOffset ReviewDueAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>What the reviewer said: the reason of a return, or a note.</summary>
    public string? ReviewNote { get; init; }

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public IReadOnlyList<EvidenceDetails> Evidence { get; init; } = [];
}

/// <summary>A link or a file that supports a report.</summary>
public sealed record EvidenceDetails
{
    public Guid Id { get; init; }

    public EvidenceKind Kind { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Of a link.</summary>
    public string? Url { get; init; }

    /// <summary>Of a file; its content is under <c>/evidence/{id}/content</c>.</summary>
    public string? FileName { get; init; }

    /// <summary>Of a file, as its content tells.</summary>
    public string? ContentType { get; init; }

    /// <summary>Of a file, in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Of a file: 64 hexadecimal digits.</summary>
    public string? Sha256 { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    /// <summary>When the link was last looked at.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>What the last look found.</summary>
    public LinkCheck? LastCheck { get; init; }

    /// <summary>A link that was gone twice in a row, and not seen since.</summary>
    public bool IsDead { get; init; }
}

internal sealed class ProgressReportMaps : Profile
{
    public ProgressReportMaps()
    {
        CreateMap<ProgressReport, ProgressReportDetails>().ForMember(d => d.Evidence, to => to.MapFrom(r => r.Evidence.OrderBy(e => e.Seq)));
        CreateMap<Evidence, EvidenceDetails>().ForMember(d => d.Kind, to => to.MapFrom(e => e.Url == null ? EvidenceKind.File : EvidenceKind.Link));
        CreateMap<EvidenceId, Guid>().ConvertUsing(id => id.Value);
    }
}

/// <summary>The newest first.</summary>
[Needs(Right.Read)]
public sealed record ListProgressReports(CommitmentId CommitmentId, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null) : IRequest<Page<ProgressReportDetails>>, ISupportsUpdatedSince;

internal sealed class ListProgressReportsValidator : AbstractValidator<ListProgressReports>
{
    public ListProgressReportsValidator() => this.Paged();
}

internal sealed class ListProgressReportsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<ListProgressReports, Page<ProgressReportDetails>>
{
    public Task<Page<ProgressReportDetails>> Handle(ListProgressReports query, CancellationToken ct) =>
        db.ProgressReports.Where(r => r.CommitmentId == query.CommitmentId)
            .ToPageOfAsync(query.CommitmentId, db.Commitments.VisibleTo(db, user), query, page => page.ProjectTo<ProgressReportDetails>(maps), ct);
}

[Needs(Right.Read)]
public sealed record GetProgressReport(CommitmentId CommitmentId, ProgressReportId ReportId) : IRequest<ProgressReportDetails>;

internal sealed class GetProgressReportHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps) : IRequestHandler<GetProgressReport, ProgressReportDetails>
{
    public async Task<ProgressReportDetails> Handle(GetProgressReport query, CancellationToken ct)
    {
        await db.Commitments.VisibleTo(db, user).MustExistAsync(query.CommitmentId, ct);
        return await db.ProgressReports.Where(r => r.CommitmentId == query.CommitmentId && r.Id == query.ReportId)
            .ProjectTo<ProgressReportDetails>(maps).SingleOrDefaultAsync(ct) ?? throw DomainException.NotFound("progressReport");
    }
}
