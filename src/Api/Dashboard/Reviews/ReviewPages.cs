using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using PartnershipTracker.Api.Dashboard.Commitments;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Api.Dashboard.Reviews;

/// <summary>
/// What awaits a decision, and the pages on which submitted commitments, progress reports and change requests are decided.
/// </summary>
internal static class ReviewPages
{
    /// <summary>Enough to find the report before the one that is decided.</summary>
    private const int ReportsRead = 10;

    public static void MapReviewPages(this RouteGroupBuilder pages)
    {
        pages.MapMethods(Links.Reviews, Pages.Read, List);
        pages.MapForm<AcceptCommitment>("/commitments/{id:guid}/decide", OpenCommitment, DecideCommitment);
        pages.MapForm<AcceptProgressReport>("/commitments/{id:guid}/reports/{reportId:guid}", OpenReport, DecideReport);
        pages.MapForm<ApproveChangeRequest>(
            "/commitments/{id:guid}/change-requests/{changeRequestId:guid}",
            OpenChangeRequest,
            DecideChangeRequest
        );
    }

    private static async Task<RazorComponentResult> List(IMediator mediator, CancellationToken ct, string? cursor = null, int from = 1)
    {
        var waiting = await mediator.Send(new ListReviews(Limit: Search.PageSize, Cursor: cursor) { TotalOnEveryPage = true }, ct);
        return Pages.Page<ReviewsPage>(new { Reviews = waiting, From = Math.Max(from, 1) });
    }

    /// <summary>Shows the page again to check the mail or to choose; otherwise sends what was decided.</summary>
    /// <param name="decide">Given whether it is accepted.</param>
    private static async Task<IResult> DecideAsync(
        FormPost post,
        Func<bool, Task<Sent>> decide,
        Func<Form, Task<IResult>> show,
        Func<Task<Form>> current
    ) =>
        post.Form.Action == DecisionFields.Check || post.Form.ReadDecision() is not { } accepts
            ? await show(post.Form)
            : await post.SendAsync(() => decide(accepts), show, current);

    private static Task<IResult> OpenCommitment(Guid id, ReviewReader reader, CancellationToken ct) =>
        ShowCommitment(id, new Form(), reader, ct);

    private static Task<IResult> DecideCommitment(Guid id, FormPost post, ReviewReader reader, IMediator mediator, CancellationToken ct)
    {
        var commitment = new CommitmentId(id);
        return DecideAsync(
            post,
            async accepts =>
            {
                var reason = post.Form[DecisionFields.Reason];
                if (!accepts)
                {
                    await mediator.Send(new ReturnCommitment(commitment, reason), ct);
                    return new Sent(Links.Reviews, "notice.review.commitmentReturned");
                }

                await mediator.Send(new AcceptCommitment(commitment, reason), ct);
                return new Sent(Links.Reviews, "notice.review.commitmentAccepted");
            },
            form => ShowCommitment(id, form, reader, ct),
            () => reader.AgainAsync(id, post.Form, ct)
        );
    }

    private static async Task<IResult> ShowCommitment(Guid id, Form form, ReviewReader reader, CancellationToken ct)
    {
        var (found, actions) = await reader.ReadAsync(id, ct);
        if (ReviewReader.NothingToDecide(found, actions.Of(CommitmentActionName.Accept), form) is { } nothing)
            return nothing;
        form.Version ??= found.Version;
        var preview = await form.PreviewAsync(accepts => reader.PreviewAsync(found, accepts, form[DecisionFields.Reason], ct));
        return await Pages.FormPage<DecidePage>(
            new
            {
                Commitment = found,
                Form = form,
                Preview = preview,
                Today = reader.Today(found),
            },
            form
        );
    }

    private static Task<IResult> OpenReport(Guid id, Guid reportId, ReviewReader reader, CancellationToken ct) =>
        ShowReport(id, reportId, new Form(), reader, ct);

    private static Task<IResult> DecideReport(
        Guid id,
        Guid reportId,
        FormPost post,
        ReviewReader reader,
        IMediator mediator,
        CancellationToken ct
    )
    {
        var (commitment, report) = (new CommitmentId(id), new ProgressReportId(reportId));
        return DecideAsync(
            post,
            async accepts =>
            {
                var reason = post.Form[DecisionFields.Reason];
                if (!accepts)
                {
                    await mediator.Send(new ReturnProgressReport(commitment, report, reason), ct);
                    return new Sent(Links.Reviews, "notice.review.reportReturned");
                }

                await mediator.Send(new AcceptProgressReport(commitment, report, reason), ct);
                return (await mediator.Send(new GetCommitment(commitment), ct)).ReportedCompleteOn is null
                    ? new Sent(Links.Reviews, "notice.review.reportAccepted")
                    : new Sent(Links.CommitmentAction(id, ReviewLink.Assess), "notice.review.completionAccepted");
            },
            form => ShowReport(id, reportId, form, reader, ct),
            () => reader.AgainAsync(id, post.Form, ct)
        );
    }

    private static async Task<IResult> ShowReport(Guid id, Guid reportId, Form form, ReviewReader reader, CancellationToken ct)
    {
        var (found, actions) = await reader.ReadAsync(id, ct);
        var (report, before) = await reader.ReportsAsync(id, reportId, ReportsRead, ct);
        var action = ReviewReader.Part(
            actions.Of(CommitmentActionName.DecideReport),
            reportId,
            report.Status == ProgressReportStatus.Submitted
        );
        if (ReviewReader.NothingToDecide(found, action, form) is { } nothing)
            return nothing;
        form.Version ??= found.Version;
        var preview = await form.PreviewAsync(accepts =>
            reader.PreviewAsync(found, accepts, form[DecisionFields.Reason], ct, report: new ProgressReportId(reportId))
        );
        return await Pages.FormPage<ReportDecisionPage>(
            new
            {
                Commitment = found,
                Report = report,
                Before = before,
                Assessment = await reader.AssessmentAsync(found, ct),
                Voices = await reader.VoicesAsync(found, ct, reportId),
                Form = form,
                Preview = preview,
                Today = reader.Today(found),
            },
            form
        );
    }

    private static Task<IResult> OpenChangeRequest(Guid id, Guid changeRequestId, ReviewReader reader, CancellationToken ct) =>
        ShowChangeRequest(id, changeRequestId, new Form(), reader, ct);

    private static Task<IResult> DecideChangeRequest(
        Guid id,
        Guid changeRequestId,
        FormPost post,
        ReviewReader reader,
        IMediator mediator,
        CancellationToken ct
    )
    {
        var (commitment, request) = (new CommitmentId(id), new ChangeRequestId(changeRequestId));
        return DecideAsync(
            post,
            async accepts =>
            {
                var note = post.Form[DecisionFields.Note];
                if (!accepts)
                {
                    await mediator.Send(new RejectChangeRequest(commitment, request, note), ct);
                    return new Sent(Links.Reviews, "notice.review.changeRejected");
                }

                await mediator.Send(new ApproveChangeRequest(commitment, request, note), ct);
                return new Sent(Links.Reviews, "notice.review.changeApproved");
            },
            form => ShowChangeRequest(id, changeRequestId, form, reader, ct),
            () => reader.AgainAsync(id, post.Form, ct)
        );
    }

    private static async Task<IResult> ShowChangeRequest(
        Guid id,
        Guid changeRequestId,
        Form form,
        ReviewReader reader,
        CancellationToken ct
    )
    {
        var (found, actions) = await reader.ReadAsync(id, ct);
        var request = await reader.ChangeRequestAsync(id, changeRequestId, ct);
        var action = ReviewReader.Part(
            actions.Of(CommitmentActionName.DecideChangeRequest),
            changeRequestId,
            request.Status == ChangeRequestStatus.Requested
        );
        if (ReviewReader.NothingToDecide(found, action, form) is { } nothing)
            return nothing;
        form.Version ??= found.Version;
        var preview = await form.PreviewAsync(accepts =>
            reader.PreviewAsync(found, accepts, form[DecisionFields.Note], ct, request: new ChangeRequestId(changeRequestId))
        );
        return await Pages.FormPage<ChangeDecisionPage>(
            new
            {
                Commitment = found,
                Request = request,
                Form = form,
                Preview = preview,
            },
            form
        );
    }
}
