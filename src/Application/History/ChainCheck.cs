namespace PartnershipTracker.Application.History;

/// <summary>Follows the chain from its first entry and compares it with the heads that were anchored outside.</summary>
/// <param name="expectedHead">A hash that the chain must contain, or null.</param>
/// <param name="anchors">The heads that each node has written, in ascending order.</param>
internal sealed class ChainCheck(string? expectedHead, IReadOnlyList<IEnumerable<AuditHead>> anchors)
{
    /// <summary>Within this time every entry is expected to be there; sealing runs every minute.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    private const int MaxLate = 100;

    private readonly List<IEnumerator<AuditHead>> _anchors = [.. anchors.Select(a => a.GetEnumerator()).Where(a => a.MoveNext())];
    private string? _expected = expectedHead;
    private DateTimeOffset? _sealing;
    private DateTimeOffset? _sealingBefore;

    public long Entries { get; private set; }

    public long? FirstBroken { get; private set; }

    /// <summary>The hash of the last entry.</summary>
    public string Head { get; private set; } = "";

    public long Anchored { get; private set; }

    /// <summary>The numbers of entries that were not there at the sealing before theirs, though it was long after their time.</summary>
    public List<long> Late { get; } = [];

    public long LastSeq { get; private set; }

    /// <summary>An unsealed entry from before this time missed the last sealing.</summary>
    public DateTimeOffset MissedBefore => _sealing - Tolerance ?? DateTimeOffset.MinValue;

    /// <param name="entry">The next entry, by number.</param>
    public void Add(StoredEntry entry)
    {
        Entries++;
        if (entry.Number != Entries || entry.Hash != entry.HashAfter(Head, Entries))
            Break(Entries);
        Head = entry.Hash ?? "";
        LastSeq = Math.Max(LastSeq, entry.Seq);
        if (Head == _expected)
            _expected = null;
        CompareAnchors();

        if (entry.SealedAt != _sealing)
            (_sealingBefore, _sealing) = (_sealing, entry.SealedAt);
        if (entry.At < _sealingBefore - Tolerance && Late.Count < MaxLate)
            Late.Add(Entries);
    }

    /// <summary>To be called after the last entry: what was anchored or printed and did not come is missing.</summary>
    public void End()
    {
        if (_expected is not null || _anchors.Count > 0)
            Break(Entries + 1);
        _anchors.ForEach(anchor => anchor.Dispose());
    }

    private void CompareAnchors()
    {
        for (var i = _anchors.Count - 1; i >= 0; i--)
        {
            while (_anchors[i].Current.Number <= Entries)
            {
                if (_anchors[i].Current == new AuditHead(Entries, Head))
                    Anchored++;
                else
                    Break(_anchors[i].Current.Number);
                if (_anchors[i].MoveNext())
                    continue;
                _anchors[i].Dispose();
                _anchors.RemoveAt(i);
                break;
            }
        }
    }

    private void Break(long number) => FirstBroken = Math.Min(FirstBroken ?? number, number);
}
