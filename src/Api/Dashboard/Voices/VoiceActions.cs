using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Api.Dashboard.Voices;

/// <summary>What a reader can do with a voice.</summary>
internal static class VoiceActions
{
    /// <param name="mayAnswer">Whether the reader belongs to the organization that answers it.</param>
    /// <param name="isOwn">Whether the reader gave it.</param>
    public static IEnumerable<(string Address, string Text)> Of(VoiceDetails voice, Role? role, bool mayAnswer, bool isOwn = false)
    {
        if (voice.State == VoiceState.Withdrawn)
            yield break;
        if (voice.State == VoiceState.Given && mayAnswer)
            yield return (To("reply"), Texts.Page(voice.Reply is null ? "voice.reply" : "voice.reply.again"));
        if (isOwn)
            yield return (To("withdraw"), Texts.Page("voice.withdraw"));
        if (role != Role.Secretariat)
            yield break;
        yield return voice.State == VoiceState.Hidden
            ? (To("restore"), Texts.Page("voice.restore"))
            : (To("hide"), Texts.Page("voice.hide"));
        yield return (To("identity"), Texts.Page("voice.identity"));

        string To(string action) => Links.VoiceAction(voice, action);
    }
}
