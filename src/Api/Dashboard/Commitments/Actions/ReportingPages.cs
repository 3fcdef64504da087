using MediatR;
using PartnershipTracker.Api.Commitments;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Dashboard.Commitments.Actions;

/// <summary>The pages on which an organization reports: progress, files as evidence, and payments.</summary>
internal static class ReportingPages
{
    public const string Milestones = "milestones",
        Files = "file";

    /// <summary>Rows for links to evidence that are shown at first.</summary>
    private const int LinkRows = 2;

    public static void MapReportingPages(this RouteGroupBuilder pages)
    {
        var maxFile = ((IEndpointRouteBuilder)pages).ServiceProvider.GetRequiredService<EvidenceRules>().MaxBytes;
        pages.MapForm<ReportProgress>("/commitments/{id:guid}/report", OpenReport, Report, maxFile);
        pages.MapForm<AddEvidence>("/commitments/{id:guid}/reports/{reportId:guid}/evidence", OpenEvidence, Add, maxFile);
        pages.MapForm<RecordPayment>("/commitments/{id:guid}/payment", OpenPayment, Pay);
    }

    private static Task<IResult> OpenReport(Guid id, ActionReader reader, CancellationToken ct) => ShowReport(id, null, reader, ct);

    /// <summary>Milestones, progress report and files are saved together or not at all.</summary>
    private static Task<IResult> Report(Guid id, FormPost post, ActionReader reader, IMediator mediator, CancellationToken ct)
    {
        var form = post.Form;
        var rows = form.Compact("evidence");
        if (form.Action == "addLink")
        {
            form.Set($"evidence[{Math.Max(rows, LinkRows)}].url", "");
            return ShowReport(id, form, reader, ct);
        }

        for (var row = 0; row < rows; row++)
        {
            var url = form[$"evidence[{row}].url"].Trim();
            if (url.Length > 0 && form[$"evidence[{row}].title"].Trim().Length == 0)
                form.Set($"evidence[{row}].title", TextRules.Shown(url, Limits.Title));
        }

        return post.SendAsync<ProgressBody>(
            async body =>
            {
                var commitment = new CommitmentId(id);
                foreach (var milestone in form.All(Milestones).Where(m => Guid.TryParse(m, out _)).Select(Guid.Parse))
                    await mediator.Send(new CompleteMilestone(commitment, new MilestoneId(milestone), body.AsOf), ct);
                var report = await mediator.Send(body.ToCommand(commitment), ct);
                foreach (var file in form.Files.GetFiles(Files).Where(file => file.FileName.Length > 0))
                    await mediator.Send(new AddEvidence(commitment, report, file.FileName, file.OpenReadStream()), ct);
                return new Sent(Links.Commitment(id), body.ReportsCompletion ? "notice.report.completion" : "notice.report.sent");
            },
            again => ShowReport(id, again, reader, ct)
        );
    }

    private static Task<IResult> ShowReport(Guid id, Form? form, ActionReader reader, CancellationToken ct) =>
        reader.ShowAsync(
            id,
            CommitmentActionName.ReportProgress,
            form ?? new Form(),
            (commitment, actions) =>
            {
                var today = reader.Today(commitment);
                form ??= Form.With("asOf", today);
                var rows = form.Rows("evidence").Select(row => row + 1).Append(LinkRows).Max();
                return Pages.FormPage<ReportProgressPage>(
                    new
                    {
                        Commitment = commitment,
                        Form = form,
                        Today = today,
                        LinkRows = rows,
                        OpenMilestones = actions.Of(CommitmentActionName.CompleteMilestone).Parts,
                    },
                    form
                );
            },
            ct
        );

    private static Task<IResult> OpenEvidence(Guid id, Guid reportId, ActionReader reader, CancellationToken ct) =>
        ShowEvidence(id, reportId, new Form(), reader, ct);

    private static Task<IResult> Add(Guid id, Guid reportId, FormPost post, ActionReader reader, IMediator mediator, CancellationToken ct)
    {
        if (post.Form.File(Files) is null)
            post.Form.Add(Files, Application.Common.Texts.Error("form.required"));
        return post.SendAsync(
            async () =>
            {
                var file = post.Form.File(Files)!;
                var (commitment, report) = (new CommitmentId(id), new ProgressReportId(reportId));
                var title = Blank.ToNull(post.Form["title"]);
                await mediator.Send(new AddEvidence(commitment, report, file.FileName, file.OpenReadStream(), title), ct);
                return new Sent(Links.Commitment(id), "notice.report.evidence");
            },
            form => ShowEvidence(id, reportId, form, reader, ct)
        );
    }

    private static Task<IResult> ShowEvidence(Guid id, Guid reportId, Form form, ActionReader reader, CancellationToken ct) =>
        reader.ShowAsync(
            id,
            CommitmentActionName.AddEvidence,
            form,
            (commitment, _) => Pages.FormPage<EvidencePage>(new { Commitment = commitment, Form = form }, form),
            reportId,
            ct
        );

    private static Task<IResult> OpenPayment(Guid id, ActionReader reader, CancellationToken ct) => ShowPayment(id, null, reader, ct);

    private static Task<IResult> Pay(Guid id, FormPost post, ActionReader reader, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<PaymentBody>(
            async body =>
            {
                await mediator.Send(new RecordPayment(new CommitmentId(id), body.Amount, body.Currency, body.PaidOn, body.Evidence), ct);
                return new Sent(Links.Commitment(id), "notice.payment.recorded");
            },
            form => ShowPayment(id, form, reader, ct)
        );

    private static Task<IResult> ShowPayment(Guid id, Form? form, ActionReader reader, CancellationToken ct) =>
        reader.ShowAsync(
            id,
            CommitmentActionName.RecordPayment,
            form ?? new Form(),
            (commitment, _) =>
            {
                var today = reader.Today(commitment);
                if (form is null)
                {
                    form = Form.With("paidOn", today);
                    form.Set("currency", commitment.Funding?.Currency ?? "");
                }

                return Pages.FormPage<PaymentPage>(
                    new
                    {
                        Commitment = commitment,
                        Form = form,
                        Today = today,
                    },
                    form
                );
            },
            ct
        );
}
