using MediatR;
using PartnershipTracker.Api.Dashboard.Commitments;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Api.Dashboard.Dialogues;

/// <summary>Who is invited to a dialogue.</summary>
internal static class ParticipantPages
{
    private const string One = "/dialogues/{id:guid}/participants/{participantId:guid}";

    public static void MapParticipantPages(this RouteGroupBuilder pages)
    {
        pages.MapRead<ListParticipants>("/dialogues/{id:guid}/participants", List);
        pages.MapForm<InviteParticipants>("/dialogues/{id:guid}/invite", New, Invite);
        pages.MapForm<ChangeParticipant>(One, Edit, Change);
        pages.MapStep(
            "spokesperson",
            (dialogue, participant) => new NameSpokesperson(dialogue, participant),
            new("dialogue.spokesperson.question", "dialogue.spokesperson.what", "dialogue.spokesperson.name", "notice.spokesperson.named")
        );
        pages.MapStep(
            "resend",
            (dialogue, participant) => new ResendParticipantLink(dialogue, participant),
            new("dialogue.resend.question", "dialogue.resend.what", "dialogue.resend", "notice.participant.resent")
        );
        pages.MapStep(
            "remove",
            (dialogue, participant) => new RemoveParticipant(dialogue, participant),
            new(
                "dialogue.participant.remove.question",
                "dialogue.participant.remove.what",
                "dialogue.participant.remove",
                "notice.participant.removed",
                Destroys: true
            )
        );
    }

    private static async Task<IResult> List(
        Guid id,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct,
        string? q = null,
        string? group = null,
        InvitationAnswer? answer = null,
        Guid? roomId = null,
        string? cursor = null,
        int from = 1
    )
    {
        var query = new ListParticipants(new DialogueId(id), q, group, answer, roomId, null, Search.PageSize, cursor)
        {
            TotalOnEveryPage = true,
        };
        return Pages.Page<ParticipantsPage>(
            new
            {
                Dialogue = await mediator.GetOrganizedAsync(user, id, ct),
                Query = query,
                Participants = await mediator.Send(query, ct),
                From = Math.Max(from, 1),
            }
        );
    }

    private static Task<IResult> New(Guid id, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        ShowInviteAsync(id, new Form(), mediator, user, ct);

    private static async Task<IResult> Invite(
        Guid id,
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        IVocabulary vocabulary,
        CancellationToken ct
    )
    {
        await vocabulary.RefreshAsync(ct);
        var people = InvitationLines.Read(post.Form, vocabulary);
        return await post.SendAsync(
            async () =>
            {
                await InvitationLines.NamingLinesAsync(
                    () => mediator.Send(new InviteParticipants(new DialogueId(id), [.. people.Select(p => p.Draft)]), ct),
                    people
                );
                return new Sent(Links.Dialogue(id, "participants"), "notice.participants.invited");
            },
            form => ShowInviteAsync(id, form, mediator, user, ct)
        );
    }

    private static async Task<IResult> ShowInviteAsync(Guid id, Form form, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        Pages.Page<InvitePage>(new { Form = form, Dialogue = await mediator.GetOrganizedAsync(user, id, ct) }, form.Status);

    private static async Task<IResult> Edit(Guid id, Guid participantId, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var participant = await GetAsync(id, participantId, mediator, ct);
        return await ShowAsync(id, Form.Of(participant, participant.Version), participant, mediator, user, ct);
    }

    private static Task<IResult> Change(
        Guid id,
        Guid participantId,
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        post.SendAsync<ParticipantDraft>(
            async body =>
            {
                await mediator.Send(new ChangeParticipant(new DialogueId(id), new ParticipantId(participantId), body), ct);
                return new Sent(Links.Dialogue(id, "participants"), "notice.participant.changed");
            },
            async form => await ShowAsync(id, form, await GetAsync(id, participantId, mediator, ct), mediator, user, ct),
            async () =>
            {
                var current = await GetAsync(id, participantId, mediator, ct);
                return Form.Of(current, current.Version);
            }
        );

    private static async Task<IResult> ShowAsync(
        Guid id,
        Form form,
        ParticipantDetails participant,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        Pages.Page<ParticipantPage>(
            new
            {
                Form = form,
                Dialogue = await mediator.GetOrganizedAsync(user, id, ct),
                Participant = participant,
            },
            form.Status
        );

    private static Task<ParticipantDetails> GetAsync(Guid id, Guid participantId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetParticipant(new DialogueId(id), new ParticipantId(participantId)), ct);

    private static void MapStep<TCommand>(
        this RouteGroupBuilder pages,
        string path,
        Func<DialogueId, ParticipantId, TCommand> command,
        StepTexts texts
    )
        where TCommand : IRequest =>
        pages.MapForm<TCommand>(
            $"{One}/{path}",
            (Guid id, Guid participantId, IMediator mediator, IVocabulary vocabulary, CancellationToken ct) =>
                AskAsync(id, participantId, texts, new Form(), mediator, vocabulary, ct),
            (Guid id, Guid participantId, FormPost post, IMediator mediator, IVocabulary vocabulary, CancellationToken ct) =>
                post.SendAsync(
                    async () =>
                    {
                        await mediator.Send(command(new DialogueId(id), new ParticipantId(participantId)), ct);
                        return new Sent(Links.Dialogue(id, "participants"), texts.Notice);
                    },
                    form => AskAsync(id, participantId, texts, form, mediator, vocabulary, ct)
                )
        );

    private static async Task<IResult> AskAsync(
        Guid id,
        Guid participantId,
        StepTexts texts,
        Form form,
        IMediator mediator,
        IVocabulary vocabulary,
        CancellationToken ct
    )
    {
        var participant = await GetAsync(id, participantId, mediator, ct);
        return Pages.Confirm(
            form,
            question: Texts.Page(texts.Question, Format.Name(participant.Name), DialogueTexts.Group(vocabulary, participant.Group)),
            what: Texts.Page(texts.What),
            button: Texts.Page(texts.Button),
            back: Links.Dialogue(id, $"participants/{participantId}"),
            destroys: texts.Destroys
        );
    }

    /// <summary>The keys of the texts of a step.</summary>
    private sealed record StepTexts(string Question, string What, string Button, string Notice, bool Destroys = false);
}
