using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Voices;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Voices;

internal sealed class VoiceConfiguration
    : IEntityTypeConfiguration<Voice>,
        IEntityTypeConfiguration<VoiceIdentity>,
        IEntityTypeConfiguration<VoiceSalt>,
        IEntityTypeConfiguration<VoiceInvitation>
{
    /// <summary>Name and address as JSON, encrypted and in Base64.</summary>
    private const int EncryptedLength = 4000;

    public void Configure(EntityTypeBuilder<Voice> voice)
    {
        voice.ToTable("Voices");
        voice.HasIndex(v => v.Id).IsUnique();
        voice.Property(v => v.Version).IsConcurrencyToken();
        voice.Property(v => v.Text).HasMaxLength(Limits.Narrative);
        voice.Property(v => v.Language).HasMaxLength(Limits.Language);
        voice.Property(v => v.Label).HasMaxLength(Limits.Name);
        voice.Property(v => v.StakeholderGroup).HasMaxLength(Limits.VocabularyCode);
        voice.Property(v => v.EvidenceUrl).HasMaxLength(Limits.Url);
        voice.Property(v => v.EvidenceTitle).HasMaxLength(Limits.Title);
        voice.Property(v => v.HiddenBecause).HasMaxLength(Limits.Reason);
        voice.Property(v => v.Reply).HasMaxLength(Limits.Note);
        voice.OwnsOne(
            v => v.Media,
            media =>
            {
                media.Property(m => m.File).HasMaxLength(VoiceMedia.FileMaxLength);
                media.Property(m => m.ContentType).HasMaxLength(VoiceMedia.ContentTypeMaxLength);
            }
        );

        // Lists of a commitment, of a dialogue and of one claim, and the counts by stance.
        voice.HasIndex(v => new { v.CommitmentId, v.Stance });
        voice.HasIndex(v => new { v.DialogueId, v.Stance });
        voice.HasIndex(v => new { v.ClaimId, v.Stance });
        voice.HasIndex(v => new { v.ScopeId, v.OrganizationId });
        voice.HasIndex(v => v.NoticeOn).HasFilter("\"NoticeOn\" IS NOT NULL");
        voice
            .HasOne<Commitment>()
            .WithMany()
            .HasForeignKey(v => v.CommitmentId)
            .HasPrincipalKey(c => c.Id)
            .OnDelete(DeleteBehavior.Restrict);
        voice.HasOne<Dialogue>().WithMany().HasForeignKey(v => v.DialogueId).HasPrincipalKey(d => d.Id).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<VoiceIdentity> identity)
    {
        identity.ToTable("VoiceIdentities");
        identity.HasIndex(i => i.VoiceId).IsUnique();
        identity.Property(i => i.PersonKey).HasMaxLength(Conventions.HashLength);
        identity.HasIndex(i => new { i.PersonKey, i.ClaimId }).IsUnique();
        identity.Property(i => i.Encrypted).HasMaxLength(EncryptedLength);
    }

    public void Configure(EntityTypeBuilder<VoiceSalt> salt)
    {
        salt.ToTable("VoiceSalts");
        salt.HasIndex(s => s.ScopeId).IsUnique();
        salt.Property(s => s.Encrypted).HasMaxLength(EncryptedLength);
    }

    public void Configure(EntityTypeBuilder<VoiceInvitation> invitation)
    {
        invitation.ToTable("VoiceInvitations");
        invitation.HasIndex(i => i.Id).IsUnique();
        invitation.Property(i => i.Version).IsConcurrencyToken();

        // When two requests use a link at the same moment, only the first is saved.
        invitation.Property(i => i.VoiceId).IsConcurrencyToken();
        invitation.Property(i => i.Language).HasMaxLength(Limits.Language);
        invitation.Property(i => i.Hash).HasMaxLength(Conventions.HashLength);
        invitation.HasIndex(i => i.Hash).IsUnique();
        invitation.Property(i => i.PersonKey).HasMaxLength(Conventions.HashLength);
        invitation.HasIndex(i => i.PersonKey);
        invitation.Property(i => i.Encrypted).HasMaxLength(EncryptedLength);
        invitation.HasIndex(i => new { i.OrganizationId, i.ScopeId });
        invitation.HasIndex(i => i.VoiceId);
        invitation
            .HasOne<Commitment>()
            .WithMany()
            .HasForeignKey(i => i.CommitmentId)
            .HasPrincipalKey(c => c.Id)
            .OnDelete(DeleteBehavior.Restrict);
        invitation
            .HasOne<Dialogue>()
            .WithMany()
            .HasForeignKey(i => i.DialogueId)
            .HasPrincipalKey(d => d.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
