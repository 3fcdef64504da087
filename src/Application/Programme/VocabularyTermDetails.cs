using System.Linq.Expressions;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

/// <summary>A term of a vocabulary.</summary>
public sealed record VocabularyTermDetails
{
    public VocabularyKind Kind { get; init; }

    /// <summary>What others store; it never changes. At most 60 characters.</summary>
    public string Code { get; init; } = "";

    /// <summary>In the reader's language while nobody has renamed it.</summary>
    public string Name { get; init; } = "";

    public string? Description { get; init; }

    /// <summary>From 1, in the order in which terms are shown.</summary>
    public int Position { get; init; }

    /// <summary>Since when it is not offered any more (UTC); null while it is.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>When it last changed (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }

    internal static readonly Expression<Func<VocabularyTerm, VocabularyTermDetails>> OfRow = t => new VocabularyTermDetails
    {
        Kind = t.Kind,
        Code = t.Code,
        Name = t.Name ?? "",
        Description = t.Description,
        Position = t.Position,
        RetiredAt = t.RetiredAt,
        UpdatedAt = t.UpdatedAt,
        Version = t.Version,
    };

    /// <summary>Gives a term that nobody has renamed the name of the product's own texts.</summary>
    internal VocabularyTermDetails Named() => Name.Length > 0 ? this : this with { Name = TermNames.Of(Kind, null, Code) };
}
