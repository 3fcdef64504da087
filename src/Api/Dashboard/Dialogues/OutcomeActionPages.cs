using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dialogues;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Dashboard.Dialogues;

/// <summary>How far stakeholder groups agree with an outcome, and the commitments that are made of it.</summary>
internal static class OutcomeActionPages
{
    public static void MapOutcomeActionPages(this RouteGroupBuilder pages)
    {
        pages.MapForm<StateAgreement>("/dialogues/{id:guid}/outcomes/{outcomeId:guid}/agreement", EditAgreement, State);
        pages.MapForm<DraftCommitmentOfOutcome>("/dialogues/{id:guid}/outcomes/{outcomeId:guid}/commitment", Choose, Draft);
    }

    private static Task<IResult> EditAgreement(
        Guid id,
        Guid outcomeId,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct,
        string? group = null
    )
    {
        var form = new Form();
        form.Set("group", group ?? "");
        return ShowAgreementAsync(id, outcomeId, form, mediator, user, ct);
    }

    private static Task<IResult> State(
        Guid id,
        Guid outcomeId,
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        post.SendAsync<AgreementBody>(
            async body =>
            {
                await mediator.Send(
                    new StateAgreement(new DialogueId(id), new OutcomeId(outcomeId), post.Form["group"], body.Level, body.Reason),
                    ct
                );
                return new Sent(Links.Dialogue(id, $"outcomes/{outcomeId}"), "notice.agreement.stated");
            },
            form => ShowAgreementAsync(id, outcomeId, form, mediator, user, ct)
        );

    private static async Task<IResult> ShowAgreementAsync(
        Guid id,
        Guid outcomeId,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        Pages.Page<AgreementPage>(
            new
            {
                Form = form,
                Dialogue = await mediator.GetOrganizedAsync(user, id, ct),
                Outcome = await mediator.Send(new GetOutcome(new DialogueId(id), new OutcomeId(outcomeId)), ct),
            },
            form.Status
        );

    private static Task<IResult> Choose(
        Guid id,
        Guid outcomeId,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct,
        Guid? stepId = null
    )
    {
        var form = new Form();
        form.Set("stepId", $"{stepId}");
        return ShowCommitmentAsync(id, outcomeId, form, mediator, user, ct);
    }

    private static Task<IResult> Draft(
        Guid id,
        Guid outcomeId,
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        post.SendAsync<OutcomeCommitmentBody>(
            async body =>
            {
                var drafted = await mediator.Send(
                    new DraftCommitmentOfOutcome(
                        new DialogueId(id),
                        new OutcomeId(outcomeId),
                        new OrganizationId(body.OrganizationId),
                        Guid.TryParse(post.Form["stepId"], out var step) ? new OutcomeStepId(step) : null,
                        body.Title,
                        body.DueDate
                    ),
                    ct
                );
                return new Sent(Links.CommitmentAction(drafted.Value, "revise"), "notice.outcome.taken");
            },
            form => ShowCommitmentAsync(id, outcomeId, form, mediator, user, ct)
        );

    private static async Task<IResult> ShowCommitmentAsync(
        Guid id,
        Guid outcomeId,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    )
    {
        var dialogue = await mediator.Send(new GetDialogue(new DialogueId(id)), ct);
        var members = await DialogueOutcomePages.MembersAsync(dialogue, mediator, ct);
        return Pages.Page<OutcomeCommitmentPage>(
            new
            {
                Form = form,
                Dialogue = dialogue,
                Outcome = await mediator.Send(new GetOutcome(new DialogueId(id), new OutcomeId(outcomeId)), ct),
                Organizations = user.OrganizationId is { } own ? [.. members.Where(m => m.Value == $"{own.Value}")] : members,
            },
            form.Status
        );
    }
}
