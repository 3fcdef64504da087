namespace PartnershipTracker.Domain.Reference;

/// <summary>
/// A text in the six official languages of the United Nations; English is always there, the others where the source has them.
/// </summary>
public sealed record LocalizedText(string En, string? Fr = null, string? Es = null, string? Ar = null, string? Ru = null, string? Zh = null)
{
    /// <summary>The text in a language, or in English where it is missing.</summary>
    /// <param name="language">A language tag such as "fr" or "fr-CA", in any case.</param>
    public string In(string? language) =>
        language?.Split('-', 2)[0].ToUpperInvariant() switch
        {
            "FR" => Fr ?? En,
            "ES" => Es ?? En,
            "AR" => Ar ?? En,
            "RU" => Ru ?? En,
            "ZH" => Zh ?? En,
            _ => En,
        };

    /// <summary>The English text.</summary>
    public override string ToString() => En;
}
