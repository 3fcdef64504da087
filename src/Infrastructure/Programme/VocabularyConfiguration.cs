using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Infrastructure.Programme;

internal sealed class VocabularyConfiguration : IEntityTypeConfiguration<VocabularyTerm>
{
    public void Configure(EntityTypeBuilder<VocabularyTerm> term)
    {
        term.HasIndex(t => t.Id).IsUnique();
        term.Property(t => t.Version).IsConcurrencyToken();
        term.Property(t => t.Code).HasMaxLength(Limits.VocabularyCode);
        term.Property(t => t.Name).HasMaxLength(Limits.Name);
        term.Property(t => t.Description).HasMaxLength(Limits.Text);
        term.HasIndex(t => new { t.Kind, t.Code }).IsUnique();
        term.HasData(Seeds());
    }

    /// <summary>
    /// Their numbers in the order of saving are negative, because the sequence of PostgreSQL does not know of them and begins with 1.
    /// </summary>
    private static IEnumerable<object> Seeds()
    {
        var number = 0;
        foreach (var (kind, codes) in VocabularySeeds.Codes)
        foreach (var (code, i) in codes.Select((code, i) => (code, i)))
        {
            number++;
            yield return new
            {
                Seq = (long)number - 100,
                Id = new VocabularyTermId(new Guid($"0190a000-0000-7000-8000-{number:d12}")),
                Kind = kind,
                Code = code,
                Position = i + 1,
                Version = 1,
                UpdatedAt = DateTimeOffset.UnixEpoch,
            };
        }
    }
}
