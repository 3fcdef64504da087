using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Api.Dashboard.Voices;

/// <summary>The commitment or dialogue in the address of a page about voices.</summary>
/// <param name="Voices">The address of all its voices.</param>
/// <param name="Back">Its own address.</param>
public sealed record PagePlace(VoicePlace Place, string Voices, string Back)
{
    public bool IsDialogue => Place.DialogueId is not null;

    /// <summary>Called by the framework for a parameter of this type.</summary>
    public static ValueTask<PagePlace> BindAsync(HttpContext http)
    {
        var id = Guid.Parse($"{http.GetRouteValue("id")}");
        return ValueTask.FromResult(
            http.Request.Path.StartsWithSegments(Links.Dialogues)
                ? new PagePlace(VoicePlace.Of(new DialogueId(id)), Links.VoicesOfDialogue(id), Links.Dialogue(id))
                : new PagePlace(VoicePlace.Of(new CommitmentId(id)), Links.VoicesOf(id), Links.Commitment(id))
        );
    }
}
