using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Api.Voices;

/// <summary>What communities say about the claims of a commitment; about outcomes see <see cref="OutcomeVoiceEndpoints"/>.</summary>
internal static class VoiceEndpoints
{
    /// <summary>A file in Base64, and what is written beside it.</summary>
    public const int MaxBodyBytes = 8_000_000;

    /// <summary>A saved file that is opened runs no script, loads nothing and has no origin.</summary>
    private const string Nothing = "default-src 'none'; sandbox";

    public static void MapVoices(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/commitments/{id:guid}/voices").WithTags("Voices");
        group.MapGet("/", List).WithName("listVoices");
        group
            .MapPost("/", Add)
            .WithName("addVoice")
            .Produces<VoiceDetails>(201)
            .WithMetadata(new LeavesNoTrace(), new RequestSizeLimitAttribute(MaxBodyBytes));
        group.MapGet("/{voiceId:guid}", Get).WithName("getVoice").Produces<VoiceDetails>();
        group.MapGet("/{voiceId:guid}/media", Download).WithName("downloadVoiceMedia").Produces<Stream>(200, "application/octet-stream");
        group.MapPost("/{voiceId:guid}/withdraw", Withdraw).WithName("withdrawVoice").Produces(204).WithMetadata(new LeavesNoTrace());
        group.MapPost("/{voiceId:guid}/reply", Reply).WithName("replyToVoice");
        group.MapPost("/{voiceId:guid}/hide", Hide).WithName("hideVoice");
        group.MapPost("/{voiceId:guid}/restore", Restore).WithName("restoreVoice");
        group
            .MapPost("/{voiceId:guid}/identity", Identity)
            .WithName("revealVoiceIdentity")
            .Produces<VoicePersonDetails>()
            .WithMetadata(new ShowsSecret());

        api.MapOutcomeVoices();
        var voices = api.MapGroup("/voices").WithTags("Voices");
        voices.MapGet("/", ListOwn).WithName("listOwnVoices");
        voices.MapGet("/claims", ListClaims).WithName("listVoiceClaims");
        voices.MapGet("/unanswered", ListUnanswered).WithName("listUnansweredVoices");
        voices.MapGet("/invitations", ListInvitations).WithName("listVoiceInvitations");
        voices
            .MapPost("/invitations", Invite)
            .WithName("inviteVoice")
            .Produces<VoiceInvitationDetails>(201)
            .WithMetadata(new LeavesNoTrace());
        voices.MapDelete("/invitations/{invitationId:guid}", Revoke).WithName("revokeVoiceInvitation").Produces(204);
    }

    /// <summary>Answers with the file of a voice, for the API and for the pages.</summary>
    public static async Task<IResult> DownloadAsync(
        VoicePlace place,
        Guid voiceId,
        HttpContext http,
        IMediator mediator,
        CancellationToken ct
    )
    {
        var file = await mediator.Send(new DownloadVoiceMedia(place, new VoiceId(voiceId)), ct);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Nothing;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // Not kept anywhere, so that nothing is left of it once it is withdrawn.
        headers.CacheControl = "private, no-store";
        return Results.File(file.Content, file.ContentType, enableRangeProcessing: true);
    }

    private static Task<IResult> Download(Guid id, Guid voiceId, HttpContext http, IMediator mediator, CancellationToken ct) =>
        DownloadAsync(At(id), voiceId, http, mediator, ct);

    private static VoicePlace At(Guid commitment) => VoicePlace.Of(new CommitmentId(commitment));

    private static Task<Page<VoiceDetails>> List(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        VoiceClaimKind? claimKind = null,
        Guid? claimId = null,
        VoiceStance? stance = null,
        bool? unanswered = null,
        int? limit = null,
        string? cursor = null
    ) => mediator.Send(new ListVoices(At(id), claimKind, claimId, stance, limit, cursor, unanswered), ct);

    private static async Task<IResult> Add(Guid id, VoiceBody body, IMediator mediator, CancellationToken ct)
    {
        var voice = await mediator.Send(new AddVoice(At(id), body.ClaimKind, body.ClaimId, body.ToDraft()), ct);
        return Results.Created($"/api/v1/commitments/{id}/voices/{voice.Id}", voice);
    }

    private static async Task<IResult> Get(Guid id, Guid voiceId, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var voice = await mediator.Send(new GetVoice(At(id), new VoiceId(voiceId)), ct);
        return http.Tagged(voice, voice.Version);
    }

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

    private static Task<Page<VoiceDetails>> ListOwn([AsParameters] ListOwnVoices query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static Task<Page<VoiceDetails>> ListUnanswered(
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null
    ) => mediator.Send(new ListUnansweredVoices(limit, cursor), ct);

    private static Task<Page<VoiceClaimDetails>> ListClaims(
        [AsParameters] ListVoiceClaims query,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(query, ct);

    private static Task<Page<VoiceInvitationDetails>> ListInvitations(
        [AsParameters] ListVoiceInvitations query,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(query, ct);

    private static async Task<IResult> Invite(InviteVoice body, IMediator mediator, CancellationToken ct) =>
        Results.Json(await mediator.Send(body, ct), statusCode: StatusCodes.Status201Created);

    private static async Task<IResult> Revoke(Guid invitationId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RevokeVoiceInvitation(new VoiceInvitationId(invitationId)), ct);
        return Results.NoContent();
    }
}
