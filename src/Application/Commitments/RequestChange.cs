using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>
/// Asks to move a date, and with it or without, the target, baseline, unit, weight or reporting rhythm, or to drop a milestone. A date that only
/// comes forward is done at once.
/// </summary>
[Needs(Right.Promise)]
public sealed record RequestChange(CommitmentId CommitmentId, ChangeTerms Terms) : IRequest<ChangeRequestId>;

internal sealed class RequestChangeValidator : AbstractValidator<RequestChange>
{
    public RequestChangeValidator()
    {
        RuleFor(r => r.Terms.Reason).Known();
        RuleFor(r => r.Terms.Explanation).Required(4000);
        RuleFor(r => r.Terms.Evidence).HttpUrl(Evidence.UrlMaxLength);
        RuleFor(r => r.Terms.Unit).Optional(100);
        RuleFor(r => r.Terms.Weight).InclusiveBetween(0.000001m, 1_000_000m).Say("form.between", 0.000001m, 1_000_000m);
        RuleFor(r => r.Terms.ReportingFrequency).Known();
    }
}

internal sealed class RequestChangeHandler(ITrackerDb db, ICurrentUser user, Moments moments) : IRequestHandler<RequestChange, ChangeRequestId>
{
    public async Task<ChangeRequestId> Handle(RequestChange command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustActFor(commitment.OrganizationId);
        var isPending = await db.ChangeRequests.AnyAsync(
            c => c.CommitmentId == commitment.Id && c.MilestoneId == command.Terms.MilestoneId && c.Status == ChangeStatus.Requested, ct);
        var change = commitment.RequestChange(command.Terms, isPending, await moments.OfAsync(commitment.OrganizationId, ct));
        db.ChangeRequests.Add(change);
        await db.SaveChangesAsync(ct);
        return change.Id;
    }
}

[Needs(Right.Decide)]
public sealed record ApproveChange(CommitmentId CommitmentId, ChangeRequestId ChangeId, string? Note = null) : IRequest;

internal sealed class ApproveChangeValidator : AbstractValidator<ApproveChange>
{
    public ApproveChangeValidator() => RuleFor(c => c.Note).Optional(4000);
}

internal sealed class ApproveChangeHandler(ITrackerDb db, ICurrentUser user, Moments moments) : IRequestHandler<ApproveChange>
{
    public async Task<Unit> Handle(ApproveChange command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustNotBeAParty(commitment);
        var change = await db.ChangeRequests.GetAsync("changeRequest", c => c.Id == command.ChangeId && c.CommitmentId == commitment.Id, ct);
        commitment.ApproveChange(
            change, command.Note, await db.NextReviewDueAsync(commitment.Id, ct, change: change.Id), await moments.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

[Needs(Right.Decide)]
public sealed record RejectChange(CommitmentId CommitmentId, ChangeRequestId ChangeId, string Note) : IRequest;

internal sealed class RejectChangeValidator : AbstractValidator<RejectChange>
{
    public RejectChangeValidator() => RuleFor(c => c.Note).Required(4000);
}

internal sealed class RejectChangeHandler(ITrackerDb db, ICurrentUser user, Moments moments) : IRequestHandler<RejectChange>
{
    public async Task<Unit> Handle(RejectChange command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustNotBeAParty(commitment);
        var change = await db.ChangeRequests.GetAsync("changeRequest", c => c.Id == command.ChangeId && c.CommitmentId == commitment.Id, ct);
        commitment.RejectChange(
            change, command.Note, await db.NextReviewDueAsync(commitment.Id, ct, change: change.Id), await moments.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

internal static class WaitingReviews
{
    /// <returns>By when the oldest report or request that waits is due, but for the one being decided; null when nothing waits.</returns>
    public static async Task<DateTimeOffset?> NextReviewDueAsync(
        this ITrackerDb db, CommitmentId id, CancellationToken ct, ProgressReportId? report = null, ChangeRequestId? change = null)
    {
        var reports = db.ProgressReports.Where(r => r.CommitmentId == id && r.Status == ProgressReportStatus.Submitted);
        if (report is { } decided) reports = reports.Where(r => r.Id != decided);
        var changes = db.ChangeRequests.Where(c => c.CommitmentId == id && c.Status == ChangeStatus.Requested);
        if (change is { } settled) changes = changes.Where(c => c.Id != settled);
        var (a, b) = (await reports.MinAsync(r => (DateTimeOffset?)r.ReviewDueAt, ct), await changes.MinAsync(c => (DateTimeOffset?)c.ReviewDueAt, ct));
        return a is null ? b : b is null || a < b ? a : b;
    }
}
