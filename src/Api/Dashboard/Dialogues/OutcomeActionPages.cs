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
        return ShowCommitmentAsync(id, outcomeId, form, mediator, user, ct, isNew: true);
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
                return user.WhyNotActFor(new OrganizationId(body.OrganizationId)) is null
                    ? new Sent(Links.CommitmentAction(drafted.Value, "revise"), "notice.outcome.taken")
                    : new Sent(Links.Commitment(drafted.Value), "notice.outcome.takenFor");
            },
            form => ShowCommitmentAsync(id, outcomeId, form, mediator, user, ct)
        );

    private static async Task<IResult> ShowCommitmentAsync(
        Guid id,
        Guid outcomeId,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct,
        bool isNew = false
    )
    {
        var dialogue = await mediator.Send(new GetDialogue(new DialogueId(id)), ct);
        var outcome = await mediator.Send(new GetOutcome(new DialogueId(id), new OutcomeId(outcomeId)), ct);
        var step = outcome.Steps.FirstOrDefault(s => $"{s.Id}" == form["stepId"]);
        var organizations = OrganizationsOf(dialogue, await DialogueOutcomePages.MembersAsync(dialogue, mediator, ct), user);
        if (isNew && organizations.Any(o => o.Value == $"{step?.LeadId}"))
            form.Set("organizationId", $"{step!.LeadId}");
        return Pages.Page<OutcomeCommitmentPage>(
            new
            {
                Form = form,
                Dialogue = dialogue,
                Outcome = outcome,
                Step = step,
                Organizations = organizations,
            },
            form.Status
        );
    }

    /// <summary>
    /// The organizers draft for every member, as long as their organization is one and sees the draft; all others for their own.
    /// </summary>
    private static IReadOnlyList<Option> OrganizationsOf(DialogueDetails dialogue, IReadOnlyList<Option> members, ICurrentUser user) =>
        user.OrganizationId is not { } own
        || (user.Organizes(new OrganizationId(dialogue.OrganizationId)) && members.Any(m => m.Value == $"{own.Value}"))
            ? members
            : [.. members.Where(m => m.Value == $"{own.Value}")];
}
