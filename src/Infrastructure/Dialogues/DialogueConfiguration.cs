using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Dialogues;

internal sealed class DialogueConfiguration
    : IEntityTypeConfiguration<Dialogue>,
        IEntityTypeConfiguration<Segment>,
        IEntityTypeConfiguration<Room>,
        IEntityTypeConfiguration<Assignment>,
        IEntityTypeConfiguration<Participant>,
        IEntityTypeConfiguration<Note>,
        IEntityTypeConfiguration<NoteDraft>,
        IEntityTypeConfiguration<ParkedQuestion>
{
    /// <summary>The length of the key that a form sends.</summary>
    private const int KeyLength = 64;

    public void Configure(EntityTypeBuilder<Dialogue> dialogue)
    {
        dialogue.HasAlternateKey(d => d.Id);
        dialogue.Property(d => d.Version).IsConcurrencyToken();
        dialogue.Ignore(d => d.HistorySubject);
        dialogue.Ignore(d => d.StartsOn);
        dialogue.Ignore(d => d.StartTime);
        dialogue.Property(d => d.Title).HasMaxLength(Limits.Title);
        dialogue.Property(d => d.TitleKey).HasMaxLength(TextKey.MaxLength);
        dialogue.Property(d => d.Question).HasMaxLength(Limits.Text);
        dialogue.Property(d => d.Place).HasMaxLength(Limits.Title);
        dialogue.Property(d => d.Link).HasMaxLength(Limits.Url);
        dialogue.Property(d => d.TimeZone).HasMaxLength(Limits.TimeZone);
        dialogue.Property(d => d.Groups).IsTextList(code => code);
        dialogue.HasIndex(d => d.StartsAt);
        dialogue.HasIndex(d => d.UpdatedAt);
        dialogue.HasIndex(d => d.PartnershipId).HasFilter("\"PartnershipId\" IS NOT NULL");
        dialogue.HasIndex(d => d.TakeUpEndsAt).HasFilter("\"TakeUpEndsAt\" IS NOT NULL");
        dialogue
            .HasOne<Partnership>()
            .WithMany()
            .HasForeignKey(d => d.PartnershipId)
            .HasPrincipalKey(p => p.Id)
            .OnDelete(DeleteBehavior.Restrict);
        dialogue
            .HasOne<Organization>()
            .WithMany()
            .HasForeignKey(d => d.OrganizationId)
            .HasPrincipalKey(o => o.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Segment> segment)
    {
        segment.HasAlternateKey(s => s.Id);
        segment.Property(s => s.Title).HasMaxLength(Limits.Title);
        segment.HasIndex(s => new { s.DialogueId, s.Position });
        segment.HasOne<Dialogue>().WithMany().HasForeignKey(s => s.DialogueId).HasPrincipalKey(d => d.Id).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Room> room)
    {
        room.HasAlternateKey(r => r.Id);
        room.Property(r => r.Name).HasMaxLength(Limits.Title);
        room.Property(r => r.Place).HasMaxLength(Limits.Url);
        room.HasIndex(r => r.DialogueId);
        room.HasIndex(r => new { r.SegmentId, r.Position });
        room.HasOne<Segment>().WithMany().HasForeignKey(r => r.SegmentId).HasPrincipalKey(s => s.Id).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Assignment> place)
    {
        place.ToTable("DialogueAssignments");
        place.HasIndex(p => new { p.SegmentId, p.ParticipantId }).IsUnique();
        place.HasIndex(p => new { p.RoomId, p.Role });
        place.HasIndex(p => new { p.DialogueId, p.Role });
        place.HasOne<Room>().WithMany().HasForeignKey(p => p.RoomId).HasPrincipalKey(r => r.Id).OnDelete(DeleteBehavior.Cascade);
        place
            .HasOne<Participant>()
            .WithMany()
            .HasForeignKey(p => p.ParticipantId)
            .HasPrincipalKey(p => p.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Participant> participant)
    {
        participant.HasAlternateKey(p => p.Id);
        participant.Property(p => p.Version).IsConcurrencyToken();
        participant.Ignore(p => p.HistorySubject);
        participant.Property(p => p.Name).HasMaxLength(Limits.Name);
        participant.Property(p => p.NameKey).HasMaxLength(TextKey.MaxLength);
        participant.Property(p => p.Email).HasMaxLength(Limits.Email);
        participant.Property(p => p.Organization).HasMaxLength(Limits.Title);
        participant.Property(p => p.Group).HasMaxLength(Limits.VocabularyCode);
        participant.Property(p => p.SpokesFor).HasMaxLength(Limits.VocabularyCode);
        participant.Property(p => p.Hash).HasMaxLength(Conventions.HashLength);
        participant.HasIndex(p => p.Hash).IsUnique();
        participant.HasIndex(p => new { p.DialogueId, p.Email }).IsUnique().HasFilter("\"Email\" IS NOT NULL");
        participant.HasIndex(p => new { p.DialogueId, p.NameKey });

        // A member reads the dialogues to which they are invited.
        participant.HasIndex(p => p.Email).HasFilter("\"Email\" IS NOT NULL");
        participant
            .HasOne<Dialogue>()
            .WithMany()
            .HasForeignKey(p => p.DialogueId)
            .HasPrincipalKey(d => d.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Note> note)
    {
        note.HasAlternateKey(n => n.Id);
        note.Property(n => n.Version).IsConcurrencyToken();
        note.Ignore(n => n.HistorySubject);
        note.Property(n => n.Text).HasMaxLength(Limits.Note);
        note.Property(n => n.Key).HasMaxLength(KeyLength);
        note.HasIndex(n => new { n.DialogueId, n.Seq });
        note.HasIndex(n => new { n.RoomId, n.Seq });
        note.HasIndex(n => new { n.RoomId, n.Key }).IsUnique().HasFilter("\"Key\" IS NOT NULL");
        note.HasOne<Room>().WithMany().HasForeignKey(n => n.RoomId).HasPrincipalKey(r => r.Id).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NoteDraft> draft)
    {
        draft.Property(d => d.Text).HasMaxLength(Limits.Note);
        draft.Property(d => d.Key).HasMaxLength(KeyLength);
        draft.HasIndex(d => new { d.RoomId, d.AuthorId }).IsUnique();
        draft.HasIndex(d => d.DialogueId);
        draft.HasOne<Room>().WithMany().HasForeignKey(d => d.RoomId).HasPrincipalKey(r => r.Id).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ParkedQuestion> question)
    {
        question.HasIndex(q => q.Id).IsUnique();
        question.Property(q => q.Version).IsConcurrencyToken();
        question.Ignore(q => q.HistorySubject);
        question.Property(q => q.Text).HasMaxLength(Limits.Text);
        question.Property(q => q.Answer).HasMaxLength(Limits.Note);
        question.Property(q => q.Key).HasMaxLength(KeyLength);
        question.HasIndex(q => new { q.DialogueId, q.Seq });
        question.HasIndex(q => new { q.DialogueId, q.Key }).IsUnique().HasFilter("\"Key\" IS NOT NULL");
        question
            .HasOne<Dialogue>()
            .WithMany()
            .HasForeignKey(q => q.DialogueId)
            .HasPrincipalKey(d => d.Id)
            .OnDelete(DeleteBehavior.Restrict);
        question.HasOne<Room>().WithMany().HasForeignKey(q => q.RoomId).HasPrincipalKey(r => r.Id).OnDelete(DeleteBehavior.SetNull);
    }
}
