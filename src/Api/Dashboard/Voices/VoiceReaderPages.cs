using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.Voices;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Api.Dashboard.Voices;

/// <summary>The pages on which voices are read and answered, and on which the secretariat hides them.</summary>
internal static class VoiceReaderPages
{
    private const string Voices = "/commitments/{id:guid}/voices";
    private const string Voice = Voices + "/{voiceId:guid}";
    private const int Shown = 20;

    public static void MapVoiceReaderPages(this RouteGroupBuilder pages)
    {
        pages.MapMethods(Voices, Pages.Read, List);
        pages.MapMethods(Voice + "/media", Pages.Read, VoiceEndpoints.Download);
        pages.MapForm<ReplyToVoice>(Voice + "/reply", OpenReply, Reply);
        pages.MapForm<HideVoice>(Voice + "/hide", OpenHiding, Hide);
        pages.MapForm<RestoreVoice>(Voice + "/restore", AskRestore, Restore);
        pages.MapForm<RevealVoiceIdentity>(Voice + "/identity", AskIdentity, Identity);
    }

    private static async Task<IResult> List(
        Guid id,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct,
        Guid? claimId = null,
        VoiceStance? stance = null,
        string? cursor = null
    )
    {
        var commitment = new CommitmentId(id);
        return Pages.Page<VoicesPage>(
            new
            {
                Id = id,
                Head = await mediator.Send(new GetVoicesHead(commitment), ct),
                Voices = await mediator.Send(new ListVoices(commitment, null, claimId, stance, Shown, cursor), ct),
                IsFiltered = claimId is not null || stance is not null,
                user.Role,
                OwnOrganization = user.OrganizationId?.Value,
            }
        );
    }

    private static async Task<IResult> OpenReply(Guid id, Guid voiceId, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var head = await mediator.Send(new GetVoicesHead(new CommitmentId(id)), ct);
        if (user.OrganizationId?.Value != head.OrganizationId)
            throw AccessErrors.NotYourOrganization();
        return await ShowReplyAsync(id, voiceId, null, mediator, ct);
    }

    private static Task<IResult> Reply(Guid id, Guid voiceId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ReplyBody>(
            async body =>
            {
                await mediator.Send(new ReplyToVoice(new CommitmentId(id), new VoiceId(voiceId), body.Text), ct);
                return new Sent(Links.VoicesOf(id), "notice.voice.replied");
            },
            form => ShowReplyAsync(id, voiceId, form, mediator, ct),
            () => CurrentReplyAsync(id, voiceId, mediator, ct)
        );

    private static async Task<IResult> ShowReplyAsync(Guid id, Guid voiceId, Form? form, IMediator mediator, CancellationToken ct)
    {
        form ??= await CurrentReplyAsync(id, voiceId, mediator, ct);
        return Pages.Page<ReplyPage>(new { Form = form, Voice = await ReadAsync(id, voiceId, mediator, ct) }, form.Status);
    }

    private static async Task<Form> CurrentReplyAsync(Guid id, Guid voiceId, IMediator mediator, CancellationToken ct)
    {
        var voice = await ReadAsync(id, voiceId, mediator, ct);
        var form = new Form { Version = voice.Version };
        form.Set("text", voice.Reply ?? "");
        return form;
    }

    private static Task<IResult> OpenHiding(Guid id, Guid voiceId, IMediator mediator, CancellationToken ct) =>
        AskAsync(id, voiceId, "hide", new Form(), mediator, ct, Texts.Page("voice.hide.reason"));

    private static Task<IResult> Hide(Guid id, Guid voiceId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ReasonBody>(
            async body =>
            {
                await mediator.Send(new HideVoice(new CommitmentId(id), new VoiceId(voiceId), body.Reason), ct);
                return new Sent(Links.VoicesOf(id), "notice.voice.hidden");
            },
            form => AskAsync(id, voiceId, "hide", form, mediator, ct, Texts.Page("voice.hide.reason"))
        );

    private static Task<IResult> AskRestore(Guid id, Guid voiceId, IMediator mediator, CancellationToken ct) =>
        AskAsync(id, voiceId, "restore", new Form(), mediator, ct);

    private static Task<IResult> Restore(Guid id, Guid voiceId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RestoreVoice(new CommitmentId(id), new VoiceId(voiceId)), ct);
                return new Sent(Links.VoicesOf(id), "notice.voice.restored");
            },
            form => AskAsync(id, voiceId, "restore", form, mediator, ct)
        );

    private static Task<IResult> AskIdentity(Guid id, Guid voiceId, IMediator mediator, CancellationToken ct) =>
        AskAsync(id, voiceId, "identity", new Form(), mediator, ct);

    private static Task<IResult> Identity(Guid id, Guid voiceId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                var person = await mediator.Send(new RevealVoiceIdentity(new CommitmentId(id), new VoiceId(voiceId)), ct);
                return new Sent(Links.VoicesOf(id)) { Secret = Pages.Page<VoiceIdentityPage>(new { Id = id, Person = person }) };
            },
            form => AskAsync(id, voiceId, "identity", form, mediator, ct)
        );

    private static async Task<IResult> AskAsync(
        Guid id,
        Guid voiceId,
        string what,
        Form form,
        IMediator mediator,
        CancellationToken ct,
        string? reason = null
    )
    {
        await ReadAsync(id, voiceId, mediator, ct);
        return Pages.Confirm(
            form,
            question: Texts.Page($"voice.{what}.question"),
            what: Texts.Page($"voice.{what}.what"),
            button: Texts.Page($"voice.{what}"),
            back: Links.VoicesOf(id),
            reason: reason,
            destroys: what == "hide"
        );
    }

    private static Task<VoiceDetails> ReadAsync(Guid id, Guid voiceId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetVoice(new CommitmentId(id), new VoiceId(voiceId)), ct);
}
