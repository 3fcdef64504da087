using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Calendars;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Infrastructure.Persistence.Configuration;

internal sealed class AccessConfiguration : IEntityTypeConfiguration<ApiKey>, IEntityTypeConfiguration<User>, IEntityTypeConfiguration<SignInRequest>, IEntityTypeConfiguration<Session>,
    IEntityTypeConfiguration<IdempotencyRecord>, IEntityTypeConfiguration<CalendarFeed>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.HasIndex(k => k.Id).IsUnique();
        key.Property(k => k.Version).IsConcurrencyToken();
        key.Property(k => k.Name).HasMaxLength(ApiKey.NameMaxLength);
        key.Property(k => k.Prefix).HasMaxLength(20);
        key.Property(k => k.Hash).HasMaxLength(HashLength);
        key.HasIndex(k => k.Hash).IsUnique();
        key.HasIndex(k => k.OrganizationId);
    }

    public void Configure(EntityTypeBuilder<IdempotencyRecord> answer)
    {
        answer.Property(a => a.Route).HasMaxLength(300);
        answer.Property(a => a.Key).HasMaxLength(IdempotencyRecord.KeyMaxLength);
        answer.Property(a => a.RequestHash).HasMaxLength(HashLength);
        answer.Property(a => a.Location).HasMaxLength(300);
        answer.Property(a => a.ETag).HasMaxLength(100);
        answer.Property(a => a.ContentType).HasMaxLength(100);
        answer.HasIndex(a => new { a.Caller, a.Route, a.Key }).IsUnique();
        answer.HasIndex(a => a.At);
    }

    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.ToTable("Calendars");
        feed.HasIndex(f => f.Id).IsUnique();
        feed.Property(f => f.Version).IsConcurrencyToken();
        feed.Property(f => f.Name).HasMaxLength(CalendarFeed.NameMaxLength);
        feed.Property(f => f.Hash).HasMaxLength(HashLength);
        feed.HasIndex(f => f.Hash).IsUnique();
        feed.HasIndex(f => f.CreatorId);
    }

    public void Configure(EntityTypeBuilder<User> user)
    {
        user.HasAlternateKey(u => u.Id);
        user.Property(u => u.Version).IsConcurrencyToken();
        user.Property(u => u.Email).HasMaxLength(Email.MaxLength);
        user.Property(u => u.Name).HasMaxLength(User.NameMaxLength);
        user.HasIndex(u => u.Email).IsUnique();
        user.HasIndex(u => u.OrganizationId);
    }

    /// <summary>Two who use a link, or guess at a code, at the same moment: one of them is first.</summary>
    public void Configure(EntityTypeBuilder<SignInRequest> request)
    {
        request.HasIndex(r => r.Id).IsUnique();
        request.Property(r => r.UsedAt).IsConcurrencyToken();
        request.Property(r => r.Attempts).IsConcurrencyToken();
        request.Property(r => r.AddressHash).HasMaxLength(HashLength);
        request.Property(r => r.BrowserHash).HasMaxLength(HashLength);
        request.Property(r => r.TokenHash).HasMaxLength(HashLength);
        request.Property(r => r.CodeHash).HasMaxLength(HashLength);
        request.Property(r => r.Network).HasMaxLength(50);
        request.Property(r => r.ReturnTo).HasMaxLength(LocalPath.MaxLength);
        request.HasIndex(r => r.TokenHash).IsUnique();
        request.HasIndex(r => r.BrowserHash);
        request.HasIndex(r => new { r.AddressHash, r.CreatedAt });
        request.HasIndex(r => new { r.Network, r.CreatedAt });
        request.HasIndex(r => r.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.HasIndex(s => s.Id).IsUnique();
        session.Property(s => s.TokenHash).HasMaxLength(HashLength);
        session.Property(s => s.Device).HasMaxLength(Session.DeviceMaxLength);
        session.HasIndex(s => s.TokenHash).IsUnique();
        session.HasIndex(s => s.UserId);
        session.HasIndex(s => s.ExpiresAt);
        session.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).HasPrincipalKey(u => u.Id).OnDelete(DeleteBehavior.Cascade);
    }
}
