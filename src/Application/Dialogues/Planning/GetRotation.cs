using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Reads in which room each contributor is in each segment.</summary>
[Needs(Right.Read)]
public sealed record GetRotation(DialogueId DialogueId) : IRequest<RotationGrid>;

/// <param name="Contributors">By name.</param>
public sealed record RotationGrid(IReadOnlyList<RotationSegment> Segments, IReadOnlyList<RotatingContributor> Contributors)
{
    public static RotationGrid Of(Agenda agenda) =>
        new(
            [.. agenda.Segments.Select(s => new RotationSegment(s.Id, s.Title, s.StartTime, s.EndTime))],
            [
                .. agenda
                    .Segments.SelectMany(s => s.Rooms)
                    .SelectMany(room => room.People)
                    .Where(person => person.Role == RoomRole.Contributor)
                    .DistinctBy(person => person.ParticipantId)
                    .OrderBy(person => person.Name, StringComparer.CurrentCulture)
                    .Select(person => new RotatingContributor(
                        person.ParticipantId,
                        person.Name,
                        person.Organization,
                        [.. agenda.Segments.Select(s => RoomOf(s, person.ParticipantId))]
                    )),
            ]
        );

    private static string? RoomOf(AgendaSegment segment, Guid participant) =>
        segment.Rooms.FirstOrDefault(r => r.People.Any(p => p.ParticipantId == participant && p.Role == RoomRole.Contributor))?.Name;
}

public sealed record RotationSegment(Guid Id, string Title, string StartTime, string EndTime);

/// <param name="Rooms">The name of the room in each segment, in their order; null where they contribute in none.</param>
public sealed record RotatingContributor(Guid ParticipantId, string Name, string? Organization, IReadOnlyList<string?> Rooms);

internal sealed class GetRotationHandler(IMediator mediator) : IRequestHandler<GetRotation, RotationGrid>
{
    public async Task<RotationGrid> Handle(GetRotation query, CancellationToken ct) =>
        RotationGrid.Of(await mediator.Send(new GetAgenda(query.DialogueId), ct));
}
