using PartnershipTracker.Application.Dialogues;

namespace PartnershipTracker.Application.Exports;

/// <summary>In which room a contributor is in a segment of a dialogue.</summary>
/// <param name="Position">Of the segment, from 1.</param>
/// <param name="Room">Null where they contribute in none.</param>
public sealed record RotationRow(
    string Contributor,
    string? Organization,
    int Position,
    string Segment,
    string StartTime,
    string EndTime,
    string? Room
)
{
    public static IEnumerable<RotationRow> Of(RotationGrid grid) =>
        grid.Contributors.SelectMany(person =>
            grid.Segments.Select(
                (segment, i) =>
                    new RotationRow(
                        person.Name,
                        person.Organization,
                        i + 1,
                        segment.Title,
                        segment.StartTime,
                        segment.EndTime,
                        person.Rooms[i]
                    )
            )
        );
}
