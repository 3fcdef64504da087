using System.Globalization;
using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.Dashboard.Voices;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Dashboard.Dialogues;

/// <summary>The outcomes of a dialogue. How far groups agree and what becomes of one is in <see cref="OutcomeActionPages"/>.</summary>
internal static class DialogueOutcomePages
{
    /// <summary>The values of the buttons.</summary>
    public const string AddStep = "addStep",
        RemoveStep = "removeStep:";

    public static void MapDialogueOutcomePages(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/dialogues/{id:guid}/outcomes/{outcomeId:guid}", Pages.Read, Get);
        pages.MapForm<RecordOutcome>("/dialogues/{id:guid}/outcomes/new", New, Record);
        pages.MapForm<ReviseOutcome>("/dialogues/{id:guid}/outcomes/{outcomeId:guid}/edit", Edit, Revise);
        pages.MapForm<RemoveOutcome>("/dialogues/{id:guid}/outcomes/{outcomeId:guid}/remove", Ask, Remove);
        pages.MapOutcomeActionPages();
    }

    private static async Task<IResult> Get(Guid id, Guid outcomeId, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var dialogue = await mediator.Send(new GetDialogue(new DialogueId(id)), ct);
        return Pages.Page<OutcomePage>(
            new
            {
                Dialogue = dialogue,
                Outcome = await mediator.Send(new GetOutcome(new DialogueId(id), new OutcomeId(outcomeId)), ct),
                Notes = await mediator.Send(new ListNotes(new DialogueId(id), OutcomeId: outcomeId, Limit: Outcome.MaxNotes), ct),
                MayOrganize = user.Organizes(new OrganizationId(dialogue.OrganizationId)),
                MaySpeak = user.MaySpeakOf(dialogue),
                MayTakeUp = dialogue.Status != DialogueStatus.Planned && user.Role is { } role && RoleTable.Allows(role, Right.Organize),
            }
        );
    }

    private static Task<IResult> New(Guid id, HttpRequest request, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var form = new Form();
        form.Set("noteIds", Chosen(request));
        return ShowAsync(id, null, form, mediator, user, ct);
    }

    private static Task<IResult> Record(Guid id, FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        ChangesSteps(post.Form)
            ? ShowAsync(id, null, post.Form, mediator, user, ct)
            : post.SendAsync<OutcomeDraft>(
                async body =>
                {
                    await mediator.Send(new RecordOutcome(new DialogueId(id), body), ct);
                    return new Sent(Links.Dialogue(id) + "#outcomes", "notice.outcome.recorded");
                },
                form => ShowAsync(id, null, form, mediator, user, ct)
            );

    private static async Task<IResult> Edit(
        Guid id,
        Guid outcomeId,
        HttpRequest request,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    )
    {
        var form = await CurrentAsync(id, outcomeId, mediator, ct);
        form.Set("noteIds", form.All("noteIds").Concat(Chosen(request)).Distinct());
        return await ShowAsync(id, outcomeId, form, mediator, user, ct);
    }

    private static Task<IResult> Revise(
        Guid id,
        Guid outcomeId,
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        ChangesSteps(post.Form)
            ? ShowAsync(id, outcomeId, post.Form, mediator, user, ct)
            : post.SendAsync<OutcomeDraft>(
                async body =>
                {
                    await mediator.Send(new ReviseOutcome(new DialogueId(id), new OutcomeId(outcomeId), body), ct);
                    return new Sent(Links.Dialogue(id, $"outcomes/{outcomeId}"), "notice.outcome.revised");
                },
                form => ShowAsync(id, outcomeId, form, mediator, user, ct),
                () => CurrentAsync(id, outcomeId, mediator, ct)
            );

    private static async Task<IResult> ShowAsync(
        Guid id,
        Guid? outcomeId,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    )
    {
        var dialogue = await mediator.GetOrganizedAsync(user, id, ct);
        return Pages.Page<OutcomeFormPage>(
            new
            {
                Form = form,
                Dialogue = dialogue,
                OutcomeId = outcomeId,
                Members = await MembersAsync(dialogue, mediator, ct),
            },
            form.Status
        );
    }

    /// <summary>The members of the partnership of a dialogue that the caller may see.</summary>
    public static async Task<IReadOnlyList<Option>> MembersAsync(DialogueDetails dialogue, IMediator mediator, CancellationToken ct) =>
        dialogue is { PartnershipId: { } id, PartnershipName: not null }
            ?
            [
                .. (await mediator.Send(new ListMembers(new PartnershipId(id), Limit: Paging.MaxLimit), ct)).Items.Select(m => new Option(
                    m.OrganizationId.ToString(),
                    m.OrganizationName
                )),
            ]
            : [];

    private static async Task<Form> CurrentAsync(Guid id, Guid outcomeId, IMediator mediator, CancellationToken ct)
    {
        var outcome = await mediator.Send(new GetOutcome(new DialogueId(id), new OutcomeId(outcomeId)), ct);
        return Form.Of(
            new OutcomeDraft
            {
                Kind = outcome.Kind,
                Title = outcome.Title,
                Text = outcome.Text,
                Evidence = outcome.Evidence,
                EvidenceUrl = outcome.EvidenceUrl,
                Steps = [.. outcome.Steps.Select(s => new StepDraft(s.Title, s.LeadId, s.LeadId is null ? s.Lead : null, s.Id))],
                NoteIds = outcome.NoteIds,
            },
            outcome.Version
        );
    }

    private static Task<IResult> Ask(Guid id, Guid outcomeId, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        AskAsync(id, outcomeId, new Form(), mediator, user, ct);

    private static Task<IResult> Remove(
        Guid id,
        Guid outcomeId,
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RemoveOutcome(new DialogueId(id), new OutcomeId(outcomeId)), ct);
                return new Sent(Links.Dialogue(id) + "#outcomes", "notice.outcome.removed");
            },
            form => AskAsync(id, outcomeId, form, mediator, user, ct)
        );

    private static async Task<IResult> AskAsync(
        Guid id,
        Guid outcomeId,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    )
    {
        await mediator.GetOrganizedAsync(user, id, ct);
        var outcome = await mediator.Send(new GetOutcome(new DialogueId(id), new OutcomeId(outcomeId)), ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("outcome.remove.question", Format.Name(outcome.Title)),
            what: Texts.Page("outcome.remove.what"),
            button: Texts.Page("outcome.remove"),
            back: Links.Dialogue(id, $"outcomes/{outcomeId}")
        );
    }

    private static IEnumerable<string> Chosen(HttpRequest request) =>
        request.Query["noteIds"].Where(id => Guid.TryParse(id, out _)).Select(id => id!).Take(Outcome.MaxNotes);

    /// <summary>Does what a button for a step asks for.</summary>
    private static bool ChangesSteps(Form form)
    {
        if (form.Action == AddStep)
        {
            var rows = form.Compact("steps");
            form.Set(string.Create(CultureInfo.InvariantCulture, $"steps[{rows}].title"), "");
            return true;
        }

        if (!form.Action.StartsWith(RemoveStep, StringComparison.Ordinal))
            return false;
        if (int.TryParse(form.Action[RemoveStep.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var row))
            form.Compact("steps", row);
        return true;
    }
}
