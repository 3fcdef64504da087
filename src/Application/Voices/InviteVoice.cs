using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>
/// Mails a person a link with which they give a voice on one claim without an account. A new link replaces an unused one for the same
/// person and claim; within an hour none is sent again. Nobody can find out from the list of links who spoke.
/// </summary>
/// <param name="ClaimId">Of the progress report or the outcome; for a closing the <c>closingId</c> of the commitment.</param>
/// <param name="CommitmentId">The commitment of the claim; left out for an outcome.</param>
/// <param name="DialogueId">The dialogue of the outcome; left out for other claims.</param>
/// <param name="Name">For the greeting; optional.</param>
/// <param name="Language">One of the six UN languages; English if left out.</param>
[Needs(Right.AddVoice)]
public sealed record InviteVoice(
    VoiceClaimKind ClaimKind,
    Guid ClaimId,
    string Email,
    Guid? CommitmentId = null,
    Guid? DialogueId = null,
    string? Name = null,
    string? Language = null
) : IRequest<VoiceInvitationDetails>;

internal sealed class InviteVoiceValidator : AbstractValidator<InviteVoice>
{
    public InviteVoiceValidator()
    {
        RuleFor(i => i.ClaimKind).IsKnownValue();
        RuleFor(i => i.CommitmentId).NotNull().WithText("form.required").When(i => i.ClaimKind != VoiceClaimKind.Outcome);
        RuleFor(i => i.DialogueId).NotNull().WithText("form.required").When(i => i.ClaimKind == VoiceClaimKind.Outcome);
        RuleFor(i => i.Email).EmailAddress();
        RuleFor(i => i.Name).OptionalLine(Limits.Name);
        RuleFor(i => i.Language).OptionalLanguage();
    }
}

internal sealed class InviteVoiceHandler(
    ITrackerDb db,
    ICurrentUser user,
    VoicePeople people,
    ILetterRenderer letters,
    IVoiceLetters words,
    MailAllowance allowance,
    TimeProvider time
) : IRequestHandler<InviteVoice, VoiceInvitationDetails>
{
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    public async Task<VoiceInvitationDetails> Handle(InviteVoice command, CancellationToken ct)
    {
        var (own, now) = (user.OrganizationId ?? throw AccessErrors.NotAllowed(), time.GetUtcNow());
        var claim = new VoiceClaim(command.ClaimKind, command.ClaimId);
        var place =
            command.ClaimKind == VoiceClaimKind.Outcome
                ? VoicePlace.Of(new DialogueId(command.DialogueId!.Value))
                : VoicePlace.Of(new CommitmentId(command.CommitmentId!.Value));
        var subject = await db.GetSpokenOfAsync(place, claim, own, ct);
        await db.MustBeACommunityAsync(own, subject.ScopeId, ct);

        var address = Email.Normalize(command.Email);
        var who = new VoicePersonDetails(Blank.ToNull(command.Name), address);
        var person = await people.ProtectAsync(subject.ScopeId, who, ct);
        var former = await db
            .VoiceInvitations.Where(i => i.PersonKey == person.Key && i.ClaimId == claim.Id && i.OrganizationId == own && i.VoiceId == null)
            .ToListAsync(ct);
        if (former.Find(i => i.StateAt(now) == VoiceLinkState.Open && i.CreatedAt > now - Rest) is { } recent)
            return VoiceInvitationDetails.Of(recent, now);
        foreach (var old in former)
            old.Revoke(now);

        var (invitation, token) = VoiceInvitation.Make(subject, claim, own, person, command.Language, now);
        var details = await db.FindClaimAsync(place, claim, ct) ?? throw DomainException.NotFound("voiceClaim");
        var organization = await db.Organizations.Where(o => o.Id == own).Select(o => o.Name).SingleAsync(ct);
        var letter = new VoiceLetter(details, who.Name, organization, token, DateOnly.FromDateTime(invitation.ExpiresAt.UtcDateTime));
        var mail = await letters.RenderAsync(address, command.Language, () => words.Of(letter));
        await allowance.AddAsync(mail.ErasedWhenSent(), ct);
        db.VoiceInvitations.Add(invitation);
        await db.SaveChangesAsync(ct);
        return VoiceInvitationDetails.Of(invitation, now);
    }
}
