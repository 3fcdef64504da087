using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Access;

internal sealed class AccessConfiguration
    : IEntityTypeConfiguration<ApiKey>,
        IEntityTypeConfiguration<User>,
        IEntityTypeConfiguration<SignInRequest>,
        IEntityTypeConfiguration<Session>,
        IEntityTypeConfiguration<SecurityEvent>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.HasIndex(k => k.Id).IsUnique();
        key.Property(k => k.Version).IsConcurrencyToken();
        key.Property(k => k.Name).HasMaxLength(Limits.Name);
        key.Property(k => k.Prefix).HasMaxLength(ApiKey.PrefixMaxLength);
        key.Property(k => k.Hash).HasMaxLength(Conventions.HashLength);
        key.HasIndex(k => k.Hash).IsUnique();
        key.HasIndex(k => k.OrganizationId);
    }

    public void Configure(EntityTypeBuilder<User> user)
    {
        user.HasAlternateKey(u => u.Id);
        user.Property(u => u.Version).IsConcurrencyToken();
        user.Property(u => u.Email).HasMaxLength(Limits.Email);
        user.Property(u => u.Name).HasMaxLength(Limits.Name);
        user.Property(u => u.NameKey).HasMaxLength(TextKey.MaxLength);
        user.Property(u => u.Language).HasMaxLength(Limits.Language);
        user.Property(u => u.TimeZone).HasMaxLength(Limits.TimeZone);
        user.Property(u => u.StakeholderGroup).HasMaxLength(Limits.VocabularyCode);
        user.HasIndex(u => u.Email).IsUnique();
        user.HasIndex(u => u.NextDigestAt).HasFilter("\"NextDigestAt\" IS NOT NULL");
        user.HasIndex(u => u.OrganizationId);
    }

    /// <summary>Concurrency token: when two requests use a link or try a code at the same moment, only the first is saved.</summary>
    public void Configure(EntityTypeBuilder<SignInRequest> request)
    {
        request.HasIndex(r => r.Id).IsUnique();
        request.Property(r => r.UsedAt).IsConcurrencyToken();
        request.Property(r => r.Attempts).IsConcurrencyToken();
        request.Property(r => r.AddressHash).HasMaxLength(Conventions.HashLength);
        request.Property(r => r.BrowserHash).HasMaxLength(Conventions.HashLength);
        request.Property(r => r.TokenHash).HasMaxLength(Conventions.HashLength);
        request.Property(r => r.CodeHash).HasMaxLength(Conventions.HashLength);
        request.Property(r => r.Network).HasMaxLength(SignInRequest.NetworkMaxLength);
        request.Property(r => r.ReturnTo).HasMaxLength(SignInRequest.ReturnToMaxLength);
        request.HasIndex(r => r.TokenHash).IsUnique();
        request.HasIndex(r => r.BrowserHash);
        request.HasIndex(r => new { r.AddressHash, r.CreatedAt });
        request.HasIndex(r => new { r.Network, r.CreatedAt });
        request.HasIndex(r => r.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<SecurityEvent> happened)
    {
        happened.Property(e => e.Network).HasMaxLength(SecurityEvent.NetworkMaxLength);
        happened.HasIndex(e => e.At);
        happened.HasIndex(e => e.UserId);
        happened.HasIndex(e => new
        {
            e.Network,
            e.Kind,
            e.At,
        });
    }

    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.HasIndex(s => s.Id).IsUnique();
        session.Property(s => s.TokenHash).HasMaxLength(Conventions.HashLength);
        session.Property(s => s.Device).HasMaxLength(Session.DeviceMaxLength);
        session.HasIndex(s => s.TokenHash).IsUnique();
        session.HasIndex(s => s.UserId);
        session.HasIndex(s => s.ExpiresAt);
        session.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).HasPrincipalKey(u => u.Id).OnDelete(DeleteBehavior.Cascade);
    }
}
