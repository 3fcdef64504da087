namespace PartnershipTracker.Domain.Dialogues;

/// <summary>The stakeholder groups that are invited to dialogues, by their codes. Their names are texts (<c>StakeholderGroup.…</c>).</summary>
public static class StakeholderGroups
{
    public const int MaxLength = 40;

    public static readonly IReadOnlyList<string> All =
    [
        "research",
        "policy",
        "practice",
        "multilateral",
        "civilSociety",
        "communities",
        "earlyCareer",
    ];

    /// <returns>The code as it is in the list, from a code in any case.</returns>
    /// <exception cref="Common.DomainException">There is no such group.</exception>
    public static string Check(string code, string field) =>
        All.FirstOrDefault(known => known.Equals(code.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw DialogueErrors.UnknownGroup(field, code);

    /// <returns>Each group once, in the order of the list.</returns>
    public static IReadOnlyList<string> CheckAll(IEnumerable<string> codes, string field)
    {
        var given = codes.Select((code, i) => Check(code, $"{field}[{i}]")).ToHashSet();
        return [.. All.Where(given.Contains)];
    }
}
