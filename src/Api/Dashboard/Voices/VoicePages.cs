using System.Text.Json.Serialization;
using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.Voices;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Application.Voices.Media;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Api.Dashboard.Voices;

/// <summary>The pages of a community: claims to speak about, giving a voice, inviting others, and the own voices.</summary>
internal static class VoicePages
{
    private const string Invitations = Links.Voices + "/invitations";
    private const int Shown = 25;

    /// <summary>Voices are given and read at a commitment, and at a dialogue on its outcomes.</summary>
    public static readonly IReadOnlyList<string> Places = ["/commitments/{id:guid}/voices", "/dialogues/{id:guid}/voices"];

    /// <summary>Whether the reader may give a voice on the outcomes of a dialogue.</summary>
    public static bool MaySpeakOf(this ICurrentUser user, DialogueDetails dialogue) =>
        dialogue.Status == DialogueStatus.Published
        && user.Role is { } role
        && RoleTable.Allows(role, Right.AddVoice)
        && user.OrganizationId is { } own
        && own.Value != dialogue.OrganizationId;

    public static void MapVoicePages(this RouteGroupBuilder pages)
    {
        pages.MapRead<ListVoiceClaims>(Links.Voices, Claims);
        pages.MapRead<ListOwnVoices>(Links.OwnVoices, ListOwn);
        pages.MapRead<ListVoiceInvitations>(Invitations, ListInvitations);
        pages.MapForm<InviteVoice>(Invitations + "/new", NewInvitation, Invite).WithMetadata(new LeavesNoTrace());
        pages.MapForm<RevokeVoiceInvitation>(Invitations + "/{invitationId:guid}/revoke", AskRevoke, Revoke);
        foreach (var voices in Places)
        {
            pages.MapForm<AddVoice>(voices + "/new", NewVoice, Add, MediaCleaner.MaxBytes).WithMetadata(new LeavesNoTrace());
            pages.MapForm<WithdrawVoice>(voices + "/{voiceId:guid}/withdraw", AskWithdraw, Withdraw).WithMetadata(new LeavesNoTrace());
        }

        pages.MapVoiceReaderPages();
    }

    private static async Task<IResult> Claims(
        IMediator mediator,
        CancellationToken ct,
        string? kind = null,
        Guid? commitmentId = null,
        string? cursor = null
    )
    {
        var asked = Enum.GetValues<VoiceClaimKind>().FirstOrDefault(k => Links.Word(k).Equals(kind, StringComparison.OrdinalIgnoreCase));
        return Pages.Page<VoiceClaimsPage>(
            new
            {
                Kind = asked,
                CommitmentId = commitmentId,
                Claims = await mediator.Send(new ListVoiceClaims(asked, commitmentId, Shown, cursor), ct),
            }
        );
    }

    private static async Task<IResult> ListOwn(IMediator mediator, CancellationToken ct, string? cursor = null) =>
        Pages.Page<OwnVoicesPage>(new { Voices = await mediator.Send(new ListOwnVoices(Shown, cursor), ct) });

    private static async Task<IResult> ListInvitations(IMediator mediator, CancellationToken ct, string? cursor = null) =>
        Pages.Page<InvitationsPage>(new { Invitations = await mediator.Send(new ListVoiceInvitations(Shown, cursor), ct) });

    private static Task<IResult> NewInvitation(HttpRequest request, IMediator mediator, CancellationToken ct) =>
        ShowInvitationAsync(FilterForm.Of(request), mediator, ct);

    private static Task<IResult> Invite(FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<InviteVoice>(
            async body =>
            {
                await mediator.Send(body, ct);
                return new Sent(Invitations, "notice.voice.invited");
            },
            form => ShowInvitationAsync(form, mediator, ct)
        );

    private static async Task<IResult> ShowInvitationAsync(Form form, IMediator mediator, CancellationToken ct) =>
        Pages.Page<InvitePage>(
            new
            {
                Form = form,
                Claim = form.Copy().Read<AskedClaim>() is { Place: { } place } asked
                    ? await mediator.Send(new GetVoiceClaim(place, asked.ClaimKind, asked.ClaimId), ct)
                    : null,
            },
            form.Status
        );

    private static Task<IResult> AskRevoke(Guid invitationId) => AskRevokeAsync(new Form());

    private static Task<IResult> Revoke(Guid invitationId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RevokeVoiceInvitation(new VoiceInvitationId(invitationId)), ct);
                return new Sent(Invitations, "notice.voice.revoked");
            },
            AskRevokeAsync
        );

    private static Task<IResult> AskRevokeAsync(Form form) =>
        Task.FromResult<IResult>(
            Pages.Confirm(
                form,
                question: Texts.Page("voice.revoke.question"),
                what: Texts.Page("voice.revoke.what"),
                button: Texts.Page("voice.revoke"),
                back: Invitations
            )
        );

    private static Task<IResult> NewVoice(
        PagePlace place,
        VoiceClaimKind claimKind,
        Guid claimId,
        IMediator mediator,
        CancellationToken ct
    ) => ShowVoiceAsync(place, claimKind, claimId, new Form(), mediator, ct);

    private static Task<IResult> Add(
        PagePlace place,
        VoiceClaimKind claimKind,
        Guid claimId,
        FormPost post,
        IMediator mediator,
        CancellationToken ct
    ) =>
        post.SendAsync<VoiceForm>(
            async _ =>
            {
                var draft = await VoiceForm.DraftOfAsync(post.Form, ct) ?? throw new InvalidOperationException("The form was read before.");
                await mediator.Send(new AddVoice(place.Place, claimKind, claimId, draft), ct);
                return new Sent(Links.OwnVoices, "notice.voice.given");
            },
            form => ShowVoiceAsync(place, claimKind, claimId, form, mediator, ct)
        );

    private static async Task<IResult> ShowVoiceAsync(
        PagePlace place,
        VoiceClaimKind claimKind,
        Guid claimId,
        Form form,
        IMediator mediator,
        CancellationToken ct
    ) =>
        Pages.Page<GiveVoicePage>(
            new { Form = form, Claim = await mediator.Send(new GetVoiceClaim(place.Place, claimKind, claimId), ct) },
            form.Status
        );

    private static Task<IResult> AskWithdraw(PagePlace place, Guid voiceId, IMediator mediator, CancellationToken ct) =>
        AskWithdrawAsync(place, voiceId, new Form(), mediator, ct);

    private static Task<IResult> Withdraw(PagePlace place, Guid voiceId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new WithdrawVoice(place.Place, new VoiceId(voiceId)), ct);
                return new Sent(Links.OwnVoices, "notice.voice.withdrawn");
            },
            form => AskWithdrawAsync(place, voiceId, form, mediator, ct)
        );

    private static async Task<IResult> AskWithdrawAsync(PagePlace place, Guid voiceId, Form form, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new GetVoice(place.Place, new VoiceId(voiceId)), ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("voice.withdraw.question"),
            what: Texts.Page("voice.withdraw.what"),
            button: Texts.Page("voice.withdraw.do"),
            back: Links.OwnVoices
        );
    }

    /// <summary>The claim in the address of an invitation; it is shown only where it is complete.</summary>
    private sealed record AskedClaim(VoiceClaimKind ClaimKind, Guid ClaimId, Guid? CommitmentId = null, Guid? DialogueId = null)
    {
        [JsonIgnore]
        public VoicePlace? Place =>
            ClaimKind == VoiceClaimKind.Outcome
                ? DialogueId is { } dialogue
                    ? VoicePlace.Of(new DialogueId(dialogue))
                    : null
                : CommitmentId is { } commitment
                    ? VoicePlace.Of(new CommitmentId(commitment))
                    : null;
    }
}
