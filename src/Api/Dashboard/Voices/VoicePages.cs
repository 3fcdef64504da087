using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.Voices;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Application.Voices.Media;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Api.Dashboard.Voices;

/// <summary>The pages of a community: claims to speak about, giving a voice, inviting others, and the own voices.</summary>
internal static class VoicePages
{
    private const string Invitations = Links.Voices + "/invitations";
    private const string New = "/commitments/{id:guid}/voices/new";
    private const string Own = "/commitments/{id:guid}/voices/{voiceId:guid}/withdraw";
    private const int Shown = 25;

    public static void MapVoicePages(this RouteGroupBuilder pages)
    {
        pages.MapRead<ListVoiceClaims>(Links.Voices, Claims);
        pages.MapRead<ListOwnVoices>(Links.OwnVoices, ListOwn);
        pages.MapRead<ListVoiceInvitations>(Invitations, ListInvitations);
        pages.MapForm<InviteVoice>(Invitations + "/new", NewInvitation, Invite).WithMetadata(new LeavesNoTrace());
        pages.MapForm<RevokeVoiceInvitation>(Invitations + "/{invitationId:guid}/revoke", AskRevoke, Revoke);
        pages.MapForm<AddVoice>(New, NewVoice, Add, MediaCleaner.MaxBytes).WithMetadata(new LeavesNoTrace());
        pages.MapForm<WithdrawVoice>(Own, AskWithdraw, Withdraw).WithMetadata(new LeavesNoTrace());
        pages.MapVoiceReaderPages();
    }

    private static async Task<IResult> Claims(
        HttpRequest request,
        IMediator mediator,
        CancellationToken ct,
        string? kind = null,
        string? cursor = null
    )
    {
        var closings = string.Equals(kind, Links.Word(VoiceClaimKind.Closing), StringComparison.OrdinalIgnoreCase);
        var asked = closings ? VoiceClaimKind.Closing : VoiceClaimKind.ProgressReport;
        return Pages.Page<VoiceClaimsPage>(
            new { Kind = asked, Claims = await mediator.Send(new ListVoiceClaims(asked, Limit: Shown, Cursor: cursor), ct) }
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
                Claim = form.Copy().Read<AskedClaim>() is { } asked
                    ? await mediator.Send(new GetVoiceClaim(new CommitmentId(asked.CommitmentId), asked.ClaimKind, asked.ClaimId), ct)
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

    private static Task<IResult> NewVoice(Guid id, VoiceClaimKind claimKind, Guid claimId, IMediator mediator, CancellationToken ct) =>
        ShowVoiceAsync(id, claimKind, claimId, new Form(), mediator, ct);

    private static Task<IResult> Add(
        Guid id,
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
                await mediator.Send(new AddVoice(new CommitmentId(id), claimKind, claimId, draft), ct);
                return new Sent(Links.OwnVoices, "notice.voice.given");
            },
            form => ShowVoiceAsync(id, claimKind, claimId, form, mediator, ct)
        );

    private static async Task<IResult> ShowVoiceAsync(
        Guid id,
        VoiceClaimKind claimKind,
        Guid claimId,
        Form form,
        IMediator mediator,
        CancellationToken ct
    ) =>
        Pages.Page<GiveVoicePage>(
            new { Form = form, Claim = await mediator.Send(new GetVoiceClaim(new CommitmentId(id), claimKind, claimId), ct) },
            form.Status
        );

    private static Task<IResult> AskWithdraw(Guid id, Guid voiceId, IMediator mediator, CancellationToken ct) =>
        AskWithdrawAsync(id, voiceId, new Form(), mediator, ct);

    private static Task<IResult> Withdraw(Guid id, Guid voiceId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new WithdrawVoice(new CommitmentId(id), new VoiceId(voiceId)), ct);
                return new Sent(Links.OwnVoices, "notice.voice.withdrawn");
            },
            form => AskWithdrawAsync(id, voiceId, form, mediator, ct)
        );

    private static async Task<IResult> AskWithdrawAsync(Guid id, Guid voiceId, Form form, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new GetVoice(new CommitmentId(id), new VoiceId(voiceId)), ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("voice.withdraw.question"),
            what: Texts.Page("voice.withdraw.what"),
            button: Texts.Page("voice.withdraw.do"),
            back: Links.OwnVoices
        );
    }

    private sealed record AskedClaim(Guid CommitmentId, VoiceClaimKind ClaimKind, Guid ClaimId);
}
