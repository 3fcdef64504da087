using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.Dialogues;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Api.Dashboard.Dialogues;

/// <summary>The steps of a dialogue, each confirmed on a page of its own, and the day by which outcomes should be taken up.</summary>
internal static class DialogueSteps
{
    public static void MapDialogueSteps(this RouteGroupBuilder pages)
    {
        pages.MapStep(
            "start",
            id => new StartDialogue(id),
            new("dialogue.start.question", "dialogue.start.what", "dialogue.start", "notice.dialogue.started", false)
        );
        pages.MapStep(
            "consolidate",
            id => new ConsolidateDialogue(id),
            new("dialogue.consolidate.question", "dialogue.consolidate.what", "dialogue.consolidate", "notice.dialogue.consolidated", false)
        );
        pages.MapStep(
            "publish",
            id => new PublishDialogue(id),
            new("dialogue.publish.question", "dialogue.publish.what", "dialogue.publish", "notice.dialogue.published", false)
        );
        pages.MapStep(
            "step-back",
            id => new StepDialogueBack(id),
            new("dialogue.stepBack.question", "dialogue.stepBack.what", "dialogue.stepBack", "notice.dialogue.steppedBack", true)
        );
        pages.MapForm<SetTakeUpDay>("/dialogues/{id:guid}/take-up-day", EditTakeUpDay, SetDay);
    }

    private static void MapStep<TCommand>(this RouteGroupBuilder pages, string path, Func<DialogueId, TCommand> command, StepTexts texts)
        where TCommand : IRequest =>
        pages.MapForm<TCommand>(
            $"/dialogues/{{id:guid}}/{path}",
            (Guid id, IMediator mediator, ICurrentUser user, CancellationToken ct) => AskAsync(id, texts, new Form(), mediator, user, ct),
            (Guid id, FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
                post.SendAsync(
                    async () =>
                    {
                        await mediator.Send(command(new DialogueId(id)), ct);
                        return new Sent(Links.Dialogue(id), texts.Notice);
                    },
                    form => AskAsync(id, texts, form, mediator, user, ct)
                )
        );

    private static async Task<IResult> AskAsync(
        Guid id,
        StepTexts texts,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    )
    {
        var dialogue = await mediator.GetOrganizedAsync(user, id, ct);
        return Pages.Confirm(
            form,
            question: Texts.Page(texts.Question, Format.Name(dialogue.Title)),
            what: Texts.Page(texts.What),
            button: Texts.Page(texts.Button),
            back: Links.Dialogue(id),
            destroys: texts.IsBack
        );
    }

    private static async Task<IResult> EditTakeUpDay(Guid id, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        await ShowTakeUpDayAsync(id, await CurrentAsync(id, mediator, user, ct), mediator, user, ct);

    private static Task<IResult> SetDay(Guid id, FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        post.SendAsync<TakeUpDayBody>(
            async body =>
            {
                await mediator.Send(new SetTakeUpDay(new DialogueId(id), body.TakeUpBy), ct);
                return new Sent(Links.Dialogue(id), "notice.dialogue.takeUpDaySet");
            },
            form => ShowTakeUpDayAsync(id, form, mediator, user, ct),
            () => CurrentAsync(id, mediator, user, ct)
        );

    private static async Task<IResult> ShowTakeUpDayAsync(
        Guid id,
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) => Pages.Page<TakeUpDayPage>(new { Form = form, Dialogue = await mediator.GetOrganizedAsync(user, id, ct) }, form.Status);

    private static async Task<Form> CurrentAsync(Guid id, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var dialogue = await mediator.GetOrganizedAsync(user, id, ct);
        return Form.Of(new TakeUpDayBody(dialogue.TakeUpBy), dialogue.Version);
    }

    /// <summary>The keys of the texts of a step.</summary>
    private sealed record StepTexts(string Question, string What, string Button, string Notice, bool IsBack);
}
