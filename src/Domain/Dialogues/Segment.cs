using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Dialogues;

public readonly record struct SegmentId(Guid Value)
{
    public static SegmentId New() => new(Guid.CreateVersion7());
}

/// <summary>How a segment is held.</summary>
public enum SegmentMethod
{
    Interview,
    GroupDiscussion,
    Plenary,
    Presentation,
}

/// <summary>A part of a dialogue; when it begins follows from the segments before it.</summary>
public sealed class Segment : TrackedEntity
{
    private Segment() { }

    internal Segment(DialogueId dialogue, int position, SegmentTerms terms)
    {
        Id = SegmentId.New();
        DialogueId = dialogue;
        Position = position;
        Set(terms);
    }

    public SegmentId Id { get; private set; }

    public DialogueId DialogueId { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public int Position { get; private set; }

    public string Title { get; private set; } = "";

    public SegmentMethod Method { get; private set; }

    public int Minutes { get; private set; }

    internal void MoveTo(int position) => Position = position;

    internal void Set(SegmentTerms terms)
    {
        Title = terms.Title.Trim();
        Method = terms.Method;
        Minutes = terms.Minutes;
    }
}

/// <param name="Minutes">Its duration.</param>
public sealed record SegmentTerms(string Title, SegmentMethod Method, int Minutes);
