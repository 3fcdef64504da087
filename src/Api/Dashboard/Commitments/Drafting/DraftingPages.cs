using FluentValidation;
using MediatR;
using PartnershipTracker.Api.Commitments;
using PartnershipTracker.Api.Dashboard.Commitments.Actions;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Api.Dashboard.Commitments.Drafting;

/// <summary>The pages on which a commitment is drafted, revised and submitted.</summary>
internal static class DraftingPages
{
    /// <summary>The values of the buttons.</summary>
    public const string Check = "check",
        AndSubmit = "submit",
        AddMilestone = "addMilestone",
        RemoveMilestone = "removeMilestone:";

    /// <summary>Fields that are not of a commitment: where submitting the draft leads, and the template that it starts from.</summary>
    public const string Next = "next",
        Template = "template";

    private const int MaxChoices = 200;

    public static void MapDraftingPages(this RouteGroupBuilder pages)
    {
        pages.MapForm<DraftCommitment>("/commitments/new", New, Draft);
        pages.MapForm<ReviseCommitment>("/commitments/{id:guid}/revise", Open, Revise);
        pages.MapForm<SubmitCommitment>("/commitments/{id:guid}/submit", OpenSubmission, Submit);
    }

    /// <summary>
    /// First the partnership is chosen, then the organization, unless the address or the caller's own organization says it.
    /// </summary>
    private static async Task<IResult> New(
        IMediator mediator,
        ICurrentUser user,
        IVocabulary vocabulary,
        TimeProvider time,
        CancellationToken ct,
        Guid? partnershipId = null,
        Guid? organizationId = null,
        string? next = null,
        string? template = null
    )
    {
        var own = user.OrganizationId?.Value ?? organizationId;
        if (partnershipId is not { } partnership)
            return Pages.Page<ChoosePartnershipPage>(
                new
                {
                    OrganizationId = own,
                    Template = CommitmentTemplate.Find(template)?.Code,
                    Next = LocalPath.OrNull(next),
                    Partnerships = (await mediator.Send(new ListPartnerships(Limit: MaxChoices, OrganizationId: own), ct)).Items,
                }
            );
        if (own is not { } organization)
        {
            var members = await mediator.Send(new ListMembers(new PartnershipId(partnership), Limit: MaxChoices), ct);
            return Pages.Page<ChooseOrganizationPage>(
                new
                {
                    PartnershipId = partnership,
                    Members = members.Items,
                    Template = CommitmentTemplate.Find(template)?.Code,
                    Next = LocalPath.OrNull(next),
                }
            );
        }

        var form = new Form();
        form.Set("partnershipId", partnership.ToString());
        form.Set("organizationId", organization.ToString());
        form.Set("reportingFrequency", "quarterly");
        form.Set(Next, LocalPath.OrNull(next) ?? "");
        if (CommitmentTemplates.Find(template) is { } from)
            TemplateForm.Fill(form, from, DueDay.Today(time.GetUtcNow(), TimeZoneInfo.Utc), vocabulary);
        return await ShowNew(form, mediator, ct);
    }

    private static async Task<IResult> Draft(FormPost post, IMediator mediator, CancellationToken ct)
    {
        if (IsHelp(post.Form))
            return await ShowNew(post.Form, mediator, ct);
        return await post.SendAsync<CommitmentBody>(
            async body =>
            {
                return await SavedAsync(await mediator.Send(body.ToCommand(), ct), post.Form, mediator, ct);
            },
            form => ShowNew(form, mediator, ct)
        );
    }

    private static async Task<IResult> ShowNew(Form form, IMediator mediator, CancellationToken ct)
    {
        Guid? organization = Guid.TryParse(form["organizationId"], out var id) ? id : null;
        return await Pages.FormPage<DraftPage>(new { Form = form, Smart = await ScoreAsync(form, organization, mediator, ct) }, form);
    }

    private static Task<IResult> Open(Guid id, ActionReader reader, IMediator mediator, CancellationToken ct) =>
        Show(id, null, reader, mediator, ct);

    private static async Task<IResult> Revise(
        Guid id,
        FormPost post,
        ActionReader reader,
        IMediator mediator,
        CurrentUser user,
        CancellationToken ct
    )
    {
        if (IsHelp(post.Form))
            return await Show(id, post.Form, reader, mediator, ct);
        return await post.SendAsync<CommitmentDraft>(
            async body =>
            {
                var commitment = new CommitmentId(id);
                await mediator.Send(new ReviseCommitment(commitment, body), ct);
                user.ExpectedVersion = null; // It is the one that has just been saved.
                return await SavedAsync(commitment, post.Form, mediator, ct);
            },
            form => Show(id, form, reader, mediator, ct),
            async () => FormOf(await mediator.Send(new GetCommitment(new CommitmentId(id)), ct))
        );
    }

    private static Task<IResult> Show(Guid id, Form? form, ActionReader reader, IMediator mediator, CancellationToken ct) =>
        reader.ShowAsync(
            id,
            CommitmentActionName.Revise,
            form ?? new Form(),
            async (commitment, _) =>
            {
                var smart = form is null ? commitment.Smart : await ScoreAsync(form, commitment.OrganizationId, mediator, ct);
                form ??= FormOf(commitment);
                return await Pages.FormPage<DraftPage>(
                    new
                    {
                        Commitment = commitment,
                        Form = form,
                        Smart = smart,
                    },
                    form
                );
            },
            ct
        );

    private static Task<IResult> OpenSubmission(Guid id, ActionReader reader, CancellationToken ct) =>
        ShowSubmission(id, new Form(), reader, ct);

    private static Task<IResult> Submit(Guid id, FormPost post, ActionReader reader, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new SubmitCommitment(new CommitmentId(id)), ct);
                return new Sent(Links.Commitment(id), "notice.draft.submitted");
            },
            form => ShowSubmission(id, form, reader, ct)
        );

    private static Task<IResult> ShowSubmission(Guid id, Form form, ActionReader reader, CancellationToken ct) =>
        reader.ShowAsync(
            id,
            CommitmentActionName.Submit,
            form,
            (commitment, _) => Pages.FormPage<SubmitPage>(new { Commitment = commitment, Form = form }, form),
            ct
        );

    /// <summary>
    /// Saving and submitting are one: if submitting is refused, nothing is saved, and what was typed is shown with the reason.
    /// </summary>
    private static async Task<Sent> SavedAsync(CommitmentId id, Form form, IMediator mediator, CancellationToken ct)
    {
        if (form.Action != AndSubmit)
            return new Sent(Links.Commitment(id.Value), "notice.draft.saved");
        await mediator.Send(new SubmitCommitment(id), ct);
        return new Sent(LocalPath.OrNull(form[Next]) ?? Links.Commitment(id.Value), "notice.draft.submitted");
    }

    private static Form FormOf(CommitmentDetails commitment) => Form.Of(CommitmentDraft.Of(commitment), commitment.Version);

    /// <summary>Does what a button asks for that saves nothing.</summary>
    /// <returns>Whether such a button was pressed.</returns>
    private static bool IsHelp(Form form)
    {
        if (form.Action == AddMilestone)
            AddRow(form);
        else
            form.Compact("milestones", without: Removed(form.Action));
        if (form.Action == Check)
            form.Read<CommitmentDraft>();
        return form.Action is Check or AddMilestone or TargetChoices.Search
            || form.Action.StartsWith(RemoveMilestone, StringComparison.Ordinal);
    }

    /// <summary>An empty form shows one empty row, which stays.</summary>
    private static void AddRow(Form form)
    {
        var rows = Math.Max(form.Rows("milestones").Select(row => row + 1).DefaultIfEmpty().Max(), 1);
        form.Set("milestones[0].title", form["milestones[0].title"]);
        form.Set($"milestones[{rows}].title", "");
    }

    private static int? Removed(string action) =>
        action.StartsWith(RemoveMilestone, StringComparison.Ordinal) && int.TryParse(action[RemoveMilestone.Length..], out var row)
            ? row
            : null;

    /// <returns>Null while the form cannot be read, or has no title yet.</returns>
    private static async Task<SmartAnswer?> ScoreAsync(Form form, Guid? organization, IMediator mediator, CancellationToken ct)
    {
        if (form.Copy().Read<CommitmentDraft>() is not { } draft)
            return null;
        try
        {
            return await mediator.Send(new ScoreDraft(draft, organization is { } id ? new OrganizationId(id) : null), ct);
        }
        catch (ValidationException)
        {
            return null;
        }
    }
}
