using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.Voices;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Api.Dashboard.Voices;

/// <summary>The pages on which voices are read and answered, and on which the secretariat hides them.</summary>
internal static class VoiceReaderPages
{
    private const int Shown = 20;

    public static void MapVoiceReaderPages(this RouteGroupBuilder pages)
    {
        foreach (var voices in VoicePages.Places)
        {
            var voice = voices + "/{voiceId:guid}";
            pages.MapMethods(voices, Pages.Read, List);
            pages.MapMethods(voice, Pages.Read, Get);
            pages.MapMethods(voice + "/media", Pages.Read, Download);
            pages.MapForm<ReplyToVoice>(voice + "/reply", OpenReply, Reply);
            pages.MapForm<HideVoice>(voice + "/hide", OpenHiding, Hide);
            pages.MapForm<RestoreVoice>(voice + "/restore", AskRestore, Restore);
            pages.MapForm<RevealVoiceIdentity>(voice + "/identity", AskIdentity, Identity);
        }

        pages.MapRead<ListUnansweredVoices>(Links.UnansweredVoices, ListUnanswered);
    }

    private static async Task<IResult> ListUnanswered(IMediator mediator, ICurrentUser user, CancellationToken ct, string? cursor = null) =>
        Pages.Page<UnansweredVoicesPage>(
            new
            {
                Voices = await mediator.Send(new ListUnansweredVoices(Shown, cursor) { TotalOnEveryPage = true }, ct),
                MayAnswer = user.OrganizationId is not null,
            }
        );

    private static async Task<IResult> Get(PagePlace place, Guid voiceId, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        Pages.Page<VoicePage>(
            new
            {
                Place = place,
                Found = await mediator.Send(new GetVoiceWithClaim(place.Place, new VoiceId(voiceId)), ct),
                user.Role,
            }
        );

    private static async Task<IResult> List(
        PagePlace place,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct,
        Guid? claimId = null,
        VoiceStance? stance = null,
        bool? unanswered = null,
        string? cursor = null
    ) =>
        Pages.Page<VoicesPage>(
            new
            {
                Place = place,
                Head = await mediator.Send(new GetVoicesHead(place.Place), ct),
                Voices = await mediator.Send(new ListVoices(place.Place, null, claimId, stance, Shown, cursor, unanswered), ct),
                IsFiltered = claimId is not null || stance is not null || unanswered is not null,
                IsUnanswered = unanswered is true,
                user.Role,
                OwnOrganization = user.OrganizationId?.Value,
            }
        );

    private static Task<IResult> Download(PagePlace place, Guid voiceId, HttpContext http, IMediator mediator, CancellationToken ct) =>
        VoiceEndpoints.DownloadAsync(place.Place, voiceId, http, mediator, ct);

    private static async Task<IResult> OpenReply(PagePlace place, Guid voiceId, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var head = await mediator.Send(new GetVoicesHead(place.Place), ct);
        if (user.OrganizationId?.Value != head.OrganizationId)
            throw AccessErrors.NotYourOrganization();
        return await ShowReplyAsync(place, voiceId, null, mediator, ct);
    }

    private static Task<IResult> Reply(PagePlace place, Guid voiceId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ReplyBody>(
            async body =>
            {
                await mediator.Send(new ReplyToVoice(place.Place, new VoiceId(voiceId), body.Text), ct);
                return new Sent(place.Voices, "notice.voice.replied");
            },
            form => ShowReplyAsync(place, voiceId, form, mediator, ct),
            () => CurrentReplyAsync(place, voiceId, mediator, ct)
        );

    private static async Task<IResult> ShowReplyAsync(PagePlace place, Guid voiceId, Form? form, IMediator mediator, CancellationToken ct)
    {
        form ??= await CurrentReplyAsync(place, voiceId, mediator, ct);
        return Pages.Page<ReplyPage>(new { Form = form, Voice = await ReadAsync(place, voiceId, mediator, ct) }, form.Status);
    }

    private static async Task<Form> CurrentReplyAsync(PagePlace place, Guid voiceId, IMediator mediator, CancellationToken ct)
    {
        var voice = await ReadAsync(place, voiceId, mediator, ct);
        var form = new Form { Version = voice.Version };
        form.Set("text", voice.Reply ?? "");
        return form;
    }

    private static Task<IResult> OpenHiding(PagePlace place, Guid voiceId, IMediator mediator, CancellationToken ct) =>
        AskAsync(place, voiceId, "hide", new Form(), mediator, ct, Texts.Page("voice.hide.reason"));

    private static Task<IResult> Hide(PagePlace place, Guid voiceId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ReasonBody>(
            async body =>
            {
                await mediator.Send(new HideVoice(place.Place, new VoiceId(voiceId), body.Reason), ct);
                return new Sent(place.Voices, "notice.voice.hidden");
            },
            form => AskAsync(place, voiceId, "hide", form, mediator, ct, Texts.Page("voice.hide.reason"))
        );

    private static Task<IResult> AskRestore(PagePlace place, Guid voiceId, IMediator mediator, CancellationToken ct) =>
        AskAsync(place, voiceId, "restore", new Form(), mediator, ct);

    private static Task<IResult> Restore(PagePlace place, Guid voiceId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RestoreVoice(place.Place, new VoiceId(voiceId)), ct);
                return new Sent(place.Voices, "notice.voice.restored");
            },
            form => AskAsync(place, voiceId, "restore", form, mediator, ct)
        );

    private static Task<IResult> AskIdentity(PagePlace place, Guid voiceId, IMediator mediator, CancellationToken ct) =>
        AskAsync(place, voiceId, "identity", new Form(), mediator, ct);

    private static Task<IResult> Identity(PagePlace place, Guid voiceId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                var person = await mediator.Send(new RevealVoiceIdentity(place.Place, new VoiceId(voiceId)), ct);
                return new Sent(place.Voices) { Secret = Pages.Page<VoiceIdentityPage>(new { Place = place, Person = person }) };
            },
            form => AskAsync(place, voiceId, "identity", form, mediator, ct)
        );

    private static async Task<IResult> AskAsync(
        PagePlace place,
        Guid voiceId,
        string what,
        Form form,
        IMediator mediator,
        CancellationToken ct,
        string? reason = null
    )
    {
        await ReadAsync(place, voiceId, mediator, ct);
        return Pages.Confirm(
            form,
            question: Texts.Page($"voice.{what}.question"),
            what: Texts.Page($"voice.{what}.what"),
            button: Texts.Page($"voice.{what}"),
            back: place.Voices,
            reason: reason,
            destroys: what == "hide"
        );
    }

    private static Task<VoiceDetails> ReadAsync(PagePlace place, Guid voiceId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetVoice(place.Place, new VoiceId(voiceId)), ct);
}
