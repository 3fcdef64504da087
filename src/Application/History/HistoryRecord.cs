using System.Text.Json;

namespace PartnershipTracker.Application.History;

/// <summary>
/// What the history last recorded of one commitment's rows, gathered entry by entry in the order of saving. A column that was never
/// recorded is expected to be empty.
/// </summary>
public sealed class HistoryRecord
{
    public const string Removed = "removed";
    public const string Added = "added";
    public const string Changed = "changed";

    /// <summary>From here on the commitment's rows are gone.</summary>
    public const string Undone = HistoryRows.ImportUndone;

    private readonly IReadOnlyList<RecordedColumn> _ofVersions;
    private readonly HashSet<string> _versioned;
    private readonly string _commitment;

    /// <param name="versions">The table of versions.</param>
    public HistoryRecord(Guid commitmentId, RecordedTable versions)
    {
        CommitmentId = commitmentId;
        _ofVersions = versions.Columns;
        _versioned = [.. _ofVersions.Select(c => c.Name)];
        _commitment = $"Commitments/{commitmentId}";
    }

    public Guid CommitmentId { get; }

    public bool IsUndone { get; private set; }

    /// <summary>The values by row, e.g. <c>Milestones/0198…</c>, and column.</summary>
    public Dictionary<string, Dictionary<string, string?>> Rows { get; } = [];

    /// <summary>The versions that must exist, the oldest first: a change of a column that versions have makes a new one.</summary>
    public List<Dictionary<string, string?>> Versions { get; } = [];

    /// <param name="at">UTC ticks.</param>
    /// <param name="record">Null if the entry recorded nothing.</param>
    public void Add(string eventName, long at, string? record)
    {
        if (eventName == Undone)
        {
            IsUndone = true;
            Rows.Clear();
            Versions.Clear();
        }

        if (record is null)
            return;
        try
        {
            Read(record, at);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // It was forged, and its hash says so.
        }
    }

    private void Read(string record, long at)
    {
        using var json = JsonDocument.Parse(record);
        if (json.RootElement.TryGetProperty(Removed, out var removed))
            foreach (var row in removed.EnumerateArray())
                Rows.Remove(row.GetString()!);
        if (json.RootElement.TryGetProperty(Added, out var added))
            foreach (var row in added.EnumerateObject())
            {
                Rows[row.Name] = [];
                Take(row, at);
            }

        if (json.RootElement.TryGetProperty(Changed, out var changed))
            foreach (var row in changed.EnumerateObject())
                Take(row, at);
    }

    private void Take(JsonProperty row, long at)
    {
        if (!Rows.TryGetValue(row.Name, out var values))
            Rows[row.Name] = values = [];
        var changesVersion = values.Count == 0;
        foreach (var value in row.Value.EnumerateObject())
        {
            values[value.Name] = value.Value.GetString();
            changesVersion |= _versioned.Contains(value.Name);
        }

        if (row.Name != _commitment || !changesVersion)
            return;
        var from = RecordedValue.Of(at, RecordedKind.Instant);
        if (Versions.Count > 0)
            Versions[^1]["ValidTo"] = from;
        var version = _ofVersions.ToDictionary(c => c.Name, c => values.GetValueOrDefault(c.Name));
        version["ValidFrom"] = from;
        version["ValidTo"] = null;
        Versions.Add(version);
    }
}
