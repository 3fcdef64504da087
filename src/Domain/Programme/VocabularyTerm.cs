using System.Globalization;
using System.Text;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Programme;

public readonly record struct VocabularyTermId(Guid Value)
{
    public static VocabularyTermId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// One word of a vocabulary, such as a pillar. Others store its code, which never changes. It can be renamed, described, moved and retired,
/// but never deleted, because what was said with it stays.
/// </summary>
public sealed class VocabularyTerm : AggregateRoot
{
    /// <summary>All terms of a kind are held in memory and offered in one list.</summary>
    public const int MaxPerKind = 100;

    private VocabularyTerm() { }

    public VocabularyTermId Id { get; private set; }

    public VocabularyKind Kind { get; private set; }

    /// <summary>Unique within its kind, of ASCII letters and digits, in camelCase.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Null while the name of the product's own texts is used, which can be translated.</summary>
    public string? Name { get; private set; }

    public string? Description { get; private set; }

    /// <summary>From 1, in the order in which terms are shown.</summary>
    public int Position { get; private set; }

    /// <summary>Since when it is not offered any more; null while it is.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <param name="others">All terms of the kind.</param>
    public static VocabularyTerm Add(VocabularyKind kind, string name, string? description, IReadOnlyCollection<VocabularyTerm> others)
    {
        if (others.Count >= MaxPerKind)
            throw VocabularyErrors.TooMany(MaxPerKind);

        var term = new VocabularyTerm
        {
            Id = VocabularyTermId.New(),
            Kind = kind,
            Code = CodeOf(kind, name, others),
            Name = name.Trim(),
            Description = Blank.ToNull(description),
            Position = others.Select(other => other.Position).DefaultIfEmpty(0).Max() + 1,
        };
        term.Raise(new VocabularyTermAdded(kind, term.Code, term.Name));
        return term;
    }

    /// <param name="shown">Its name as it was shown until now; the same name changes nothing.</param>
    /// <returns>Whether anything changed.</returns>
    public bool Rename(string name, string? description, string shown)
    {
        var before = Description;
        Description = Blank.ToNull(description);
        var changes = Changes.Of(("name", shown, name.Trim()), ("description", before, Description));
        if (changes.Count == 0)
            return false;

        if (name.Trim() != shown)
            Name = name.Trim();
        Raise(new VocabularyTermRenamed(Kind, Code, shown, changes));
        return true;
    }

    /// <param name="position">From 1; a position after the last is the last.</param>
    /// <param name="all">All terms of the kind, which are numbered anew.</param>
    /// <param name="shown">Its name as it is shown.</param>
    public void MoveTo(int position, IEnumerable<VocabularyTerm> all, string shown)
    {
        if (position < 1)
            throw VocabularyErrors.NoPosition();

        var before = Position;
        var order = all.Where(term => term != this).OrderBy(term => term.Position).ThenBy(term => term.Seq).ToList();
        order.Insert(Math.Min(position - 1, order.Count), this);
        foreach (var (term, place) in order.Select((term, place) => (term, place + 1)))
            term.Position = place;
        if (Position != before)
            Raise(new VocabularyTermMoved(Kind, Code, shown, before, Position));
    }

    /// <param name="shown">Its name as it is shown.</param>
    public void Retire(string shown, DateTimeOffset now)
    {
        if (RetiredAt is not null)
            return;
        RetiredAt = now;
        Raise(new VocabularyTermRetired(Kind, Code, shown));
    }

    /// <param name="shown">Its name as it is shown.</param>
    public void Restore(string shown)
    {
        if (RetiredAt is null)
            return;
        RetiredAt = null;
        Raise(new VocabularyTermRestored(Kind, Code, shown));
    }

    /// <summary>
    /// "Éducation et santé" → <c>educationEtSante</c>. A name without Latin letters gets the kind and a number, and so does a code that is
    /// taken.
    /// </summary>
    private static string CodeOf(VocabularyKind kind, string name, IReadOnlyCollection<VocabularyTerm> others)
    {
        var code = new StringBuilder();
        var startsWord = false;
        foreach (var c in TextKey.Of(name))
            if (!char.IsAsciiLetterOrDigit(c))
                startsWord = code.Length > 0;
            else if (code.Length < Limits.VocabularyCode - 3 && (code.Length > 0 || char.IsAsciiLetter(c)))
            {
                code.Append(startsWord ? char.ToUpperInvariant(c) : c);
                startsWord = false;
            }

        var first = code.Length > 0 ? code.ToString() : $"{char.ToLowerInvariant($"{kind}"[0])}{$"{kind}"[1..]}";
        var taken = others.Select(other => other.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable
            .Range(1, MaxPerKind + 1)
            .Select(n => n == 1 ? first : first + n.ToString(CultureInfo.InvariantCulture))
            .First(candidate => !taken.Contains(candidate));
    }
}
