using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using PartnershipTracker.Api.Dashboard.Commitments;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Voices;
using PartnershipTracker.Api.Dialogues;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Api.Dashboard.Dialogues;

/// <summary>The pages of dialogues. Agenda, participants, notes and outcomes are in the files beside this one.</summary>
internal static class DialoguePages
{
    public static void MapDialoguePages(this RouteGroupBuilder pages)
    {
        pages.MapMethods(Links.Dialogues, Pages.Read, List);
        pages.MapMethods("/dialogues/{id:guid}", Pages.Read, Get);
        pages.MapMethods("/dialogues/{id:guid}/agenda", Pages.Read, Agenda);
        pages.MapGet("/dialogues/{id:guid}/agenda.ics", DialogueEndpoints.AgendaFile);
        pages.MapForm<PlanDialogue>("/dialogues/new", New, Plan);
        pages.MapForm<ReviseDialogue>("/dialogues/{id:guid}/edit", Edit, Revise);
        pages.MapDialogueSteps();
        pages.MapAgendaPages();
        pages.MapParticipantPages();
        pages.MapNotePages();
        pages.MapDialogueOutcomePages();
    }

    /// <summary>A dialogue that the caller organizes.</summary>
    public static async Task<DialogueDetails> GetOrganizedAsync(this IMediator mediator, ICurrentUser user, Guid id, CancellationToken ct)
    {
        var dialogue = await mediator.Send(new GetDialogue(new DialogueId(id)), ct);
        user.MustActFor(new OrganizationId(dialogue.OrganizationId));
        return dialogue;
    }

    private static async Task<RazorComponentResult> List(
        IMediator mediator,
        CancellationToken ct,
        string? q = null,
        DialogueStatus? status = null,
        Guid? partnershipId = null,
        string? pillar = null,
        string? theme = null,
        VoiceFilter? voices = null,
        bool? notTakenUp = null,
        Guid? organizationId = null,
        string? cursor = null,
        int from = 1
    )
    {
        var query = new ListDialogues(
            q,
            status,
            partnershipId,
            organizationId,
            Search.PageSize,
            cursor,
            Pillar: Blank.ToNull(pillar),
            Theme: Blank.ToNull(theme),
            Voices: voices,
            NotTakenUp: notTakenUp
        )
        {
            TotalOnEveryPage = true,
        };
        return Pages.Page<DialoguesPage>(
            new
            {
                Query = query,
                Dialogues = await mediator.Send(query, ct),
                From = Math.Max(from, 1),
            }
        );
    }

    private static async Task<RazorComponentResult> Get(
        Guid id,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct,
        string? cursor = null,
        int from = 1
    )
    {
        var dialogue = await mediator.Send(new GetDialogue(new DialogueId(id)), ct);
        var record = await mediator.Send(new GetDialogueRecord(dialogue, Search.PageSize, cursor), ct);
        return Pages.Page<DialoguePage>(
            new
            {
                Dialogue = dialogue,
                record.Agenda,
                record.Outcomes,
                Voices = await mediator.Send(new GetOutcomeVoices(dialogue, [.. record.Outcomes.Items.Select(o => o.Id)]), ct),
                MaySpeak = user.MaySpeakOf(dialogue),
                MayOrganize = user.Organizes(new OrganizationId(dialogue.OrganizationId)),
                From = Math.Max(from, 1),
            }
        );
    }

    private static async Task<RazorComponentResult> Agenda(Guid id, IMediator mediator, CancellationToken ct)
    {
        var dialogue = await mediator.Send(new GetDialogue(new DialogueId(id)), ct);
        return Pages.Page<AgendaPage>(new { Dialogue = dialogue, Agenda = await mediator.Send(new GetAgenda(new DialogueId(id)), ct) });
    }

    private static async Task<IResult> New(
        IMediator mediator,
        ICurrentUser user,
        IVocabulary vocabulary,
        CancellationToken ct,
        Guid? partnershipId = null
    )
    {
        await vocabulary.RefreshAsync(ct);
        var form = new Form();
        form.Set("partnershipId", $"{partnershipId}");
        form.Set("groups", vocabulary.Active(VocabularyKind.StakeholderGroup).Select(group => group.Code));
        return await ShowNewAsync(form, mediator, user, ct);
    }

    private static Task<IResult> Plan(FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        post.SendAsync<DialogueBody>(
            async body => new Sent(Links.Dialogue((await mediator.Send(body.ToCommand(), ct)).Value), "notice.dialogue.planned"),
            form => ShowNewAsync(form, mediator, user, ct)
        );

    private static async Task<IResult> ShowNewAsync(Form form, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        Pages.Page<DialogueFormPage>(
            new
            {
                Form = form,
                Organizations = await OrganizationsAsync(form, mediator, user, ct),
                Partnerships = await PartnershipsAsync(user.OrganizationId?.Value, mediator, ct),
            },
            form.Status
        );

    /// <summary>
    /// An officer organizes for their own organization; the secretariat chooses, from the members where a partnership is given.
    /// </summary>
    private static async Task<IReadOnlyList<Option>> OrganizationsAsync(
        Form form,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    )
    {
        if (user.OrganizationId is { } own)
        {
            var organization = await mediator.Send(new GetOrganization(own), ct);
            return [new Option(organization.Id.ToString(), organization.Name)];
        }

        if (Guid.TryParse(form["partnershipId"], out var partnership))
            return
            [
                .. (
                    await mediator.Send(new ListMembers(new Domain.Partnerships.PartnershipId(partnership), Limit: Paging.MaxLimit), ct)
                ).Items.Select(m => new Option(m.OrganizationId.ToString(), m.OrganizationName)),
            ];
        return
        [
            .. (await mediator.Send(new ListOrganizations(Limit: Paging.MaxLimit), ct)).Items.Select(o => new Option(
                o.Id.ToString(),
                o.Name
            )),
        ];
    }

    private static async Task<IReadOnlyList<Option>> PartnershipsAsync(Guid? own, IMediator mediator, CancellationToken ct) =>
        [
            .. (await mediator.Send(new ListPartnerships(Limit: Paging.MaxLimit, OrganizationId: own), ct)).Items.Select(p => new Option(
                p.Id.ToString(),
                p.Name
            )),
        ];

    private static async Task<IResult> Edit(Guid id, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        await ShowAsync(id, await CurrentAsync(id, mediator, user, ct), mediator, user, ct);

    private static Task<IResult> Revise(Guid id, FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        post.SendAsync<DialogueDraft>(
            async body =>
            {
                await mediator.Send(new ReviseDialogue(new DialogueId(id), body), ct);
                return new Sent(Links.Dialogue(id), "notice.dialogue.revised");
            },
            form => ShowAsync(id, form, mediator, user, ct),
            () => CurrentAsync(id, mediator, user, ct)
        );

    private static async Task<IResult> ShowAsync(Guid id, Form form, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        Pages.Page<DialogueFormPage>(
            new
            {
                Form = form,
                DialogueId = (Guid?)id,
                Partnerships = await PartnershipsAsync(user.OrganizationId?.Value, mediator, ct),
            },
            form.Status
        );

    private static async Task<Form> CurrentAsync(Guid id, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var dialogue = await mediator.GetOrganizedAsync(user, id, ct);
        return Form.Of(dialogue, dialogue.Version);
    }
}
