using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Api.Voices;

/// <summary>What communities say about the outcomes of a published dialogue.</summary>
internal static class OutcomeVoiceEndpoints
{
    public static void MapOutcomeVoices(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/dialogues/{id:guid}/voices").WithTags("Voices");
        group.MapGet("/", List).WithName("listVoicesOnOutcomes");
        group
            .MapPost("/", Add)
            .WithName("addVoiceOnOutcome")
            .Produces<VoiceDetails>(201)
            .WithMetadata(new LeavesNoTrace(), new RequestSizeLimitAttribute(VoiceEndpoints.MaxBodyBytes));
        group.MapGet("/{voiceId:guid}", Get).WithName("getVoiceOnOutcome").Produces<VoiceDetails>();
        group
            .MapGet("/{voiceId:guid}/media", Download)
            .WithName("downloadVoiceMediaOnOutcome")
            .Produces<Stream>(200, "application/octet-stream");
        group
            .MapPost("/{voiceId:guid}/withdraw", Withdraw)
            .WithName("withdrawVoiceOnOutcome")
            .Produces(204)
            .WithMetadata(new LeavesNoTrace());
        group.MapPost("/{voiceId:guid}/reply", Reply).WithName("replyToVoiceOnOutcome");
        group.MapPost("/{voiceId:guid}/hide", Hide).WithName("hideVoiceOnOutcome");
        group.MapPost("/{voiceId:guid}/restore", Restore).WithName("restoreVoiceOnOutcome");
        group
            .MapPost("/{voiceId:guid}/identity", Identity)
            .WithName("revealVoiceIdentityOnOutcome")
            .Produces<VoicePersonDetails>()
            .WithMetadata(new ShowsSecret());
    }

    private static VoicePlace At(Guid dialogue) => VoicePlace.Of(new DialogueId(dialogue));

    private static Task<Page<VoiceDetails>> List(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        Guid? claimId = null,
        VoiceStance? stance = null,
        bool? unanswered = null,
        int? limit = null,
        string? cursor = null
    ) => mediator.Send(new ListVoices(At(id), null, claimId, stance, limit, cursor, unanswered), ct);

    private static async Task<IResult> Add(Guid id, VoiceBody body, IMediator mediator, CancellationToken ct)
    {
        var voice = await mediator.Send(new AddVoice(At(id), body.ClaimKind, body.ClaimId, body.ToDraft()), ct);
        return Results.Created($"/api/v1/dialogues/{id}/voices/{voice.Id}", voice);
    }

    private static async Task<IResult> Get(Guid id, Guid voiceId, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var voice = await mediator.Send(new GetVoice(At(id), new VoiceId(voiceId)), ct);
        return http.Tagged(voice, voice.Version);
    }

    private static Task<IResult> Download(Guid id, Guid voiceId, HttpContext http, IMediator mediator, CancellationToken ct) =>
        VoiceEndpoints.DownloadAsync(At(id), voiceId, http, mediator, ct);

    private static async Task<IResult> Withdraw(Guid id, Guid voiceId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WithdrawVoice(At(id), new VoiceId(voiceId)), ct);
        return Results.NoContent();
    }

    private static Task<VoiceDetails> Reply(Guid id, Guid voiceId, ReplyBody body, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReplyToVoice(At(id), new VoiceId(voiceId), body.Text), ct);

    private static Task<VoiceDetails> Hide(Guid id, Guid voiceId, ReasonBody body, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new HideVoice(At(id), new VoiceId(voiceId), body.Reason), ct);

    private static Task<VoiceDetails> Restore(Guid id, Guid voiceId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new RestoreVoice(At(id), new VoiceId(voiceId)), ct);

    /// <summary>Reads who gave a voice. That it was read is recorded as a security event.</summary>
    private static async Task<IResult> Identity(Guid id, Guid voiceId, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await mediator.Send(new RevealVoiceIdentity(At(id), new VoiceId(voiceId)), ct));
    }
}
