namespace PartnershipTracker.Application.Imports.Mapping;

/// <summary>How sure it is that a column holds a field.</summary>
public enum Confidence
{
    /// <summary>A person should look.</summary>
    Low,
    Medium,
    High,
}

/// <summary>Guesses which column holds which field, by the headings and by the values.</summary>
internal static class FieldGuess
{
    private const int Certain = 100;
    private const int Likely = 60;
    private const int Unsure = 30;
    private const double Mostly = 0.7;

    /// <summary>A shorter word says too little as a part of a longer heading.</summary>
    private const int MinPartLength = 4;
    private const int MinTitleLength = 15;

    private static readonly List<(string Words, string Field)> Parts =
    [
        .. KnownWords
            .AllHeadings.Where(h => h.Words.Length >= MinPartLength || (h.Words.Length >= 2 && h.Words[0] >= '\u2E80'))
            .OrderByDescending(h => h.Words.Length),
    ];

    /// <returns>The field that a heading names; null if it is not known.</returns>
    public static string? FieldOf(string heading) => KnownWords.Find(KnownWords.Headings, WithoutNumber(heading).Words);

    /// <param name="organizations">The names of organizations that are stored, as <see cref="Domain.Common.TextKey"/>.</param>
    /// <returns>The columns that hold a field; no field is held by two.</returns>
    public static Dictionary<string, (string Field, Confidence Confidence)> Of(
        IReadOnlyList<ColumnSample> columns,
        IReadOnlySet<string> organizations
    )
    {
        var scores =
            from column in columns
            from field in ImportField.All
            let score = Score(column, field, organizations)
            where score > 0
            orderby score descending
            select (column.Name, field.Path, score);
        var guessed = new Dictionary<string, (string Field, Confidence Confidence)>(ColumnNames.Comparer);
        var taken = new HashSet<string>();
        foreach (var (name, field, score) in scores)
            if (!guessed.ContainsKey(name) && taken.Add(field))
                guessed.Add(name, (field, ConfidenceOf(score)));

        // A milestone without a date says nothing.
        foreach (var (name, (field, _)) in guessed.ToList())
            if (field.StartsWith("milestones[", StringComparison.Ordinal) && !taken.Contains(field.Split('.')[0] + ".dueDate"))
                guessed.Remove(name);
        if (!taken.Contains("title") && columns.Where(c => !guessed.ContainsKey(c.Name)).MaxBy(c => c.AverageLength) is { } longest)
            if (longest.Kind == ColumnKind.Text && longest.AverageLength >= MinTitleLength)
                guessed.Add(longest.Name, ("title", Confidence.Low));
        if (!taken.Contains("dueDate"))
        {
            var dates = columns.Where(c => !guessed.ContainsKey(c.Name) && c.Kind == ColumnKind.Date).ToList();
            if (dates.Count == 1)
                guessed.Add(dates[0].Name, ("dueDate", Confidence.Low));
        }

        return guessed;
    }

    private static Confidence ConfidenceOf(int score) =>
        score >= Certain ? Confidence.High
        : score >= Likely ? Confidence.Medium
        : Confidence.Low;

    /// <summary>What the heading says, raised or refuted by the values.</summary>
    private static int Score(ColumnSample column, ImportField field, IReadOnlySet<string> organizations)
    {
        if (column.Kind is ColumnKind.Empty or ColumnKind.Email)
            return 0;
        var named = Named(column.Name, field.Path);
        return field.Path switch
        {
            "sourceId" => named > 0 && column.IsUnique ? named : 0,
            "sdgTargets" => column.SdgShare >= Mostly ? Math.Max(named + Unsure, Likely) : 0,
            "organization.name" => KnownOrganizations(column, organizations) >= Mostly ? Math.Max(named + Unsure, Likely)
            : column.Kind == ColumnKind.Text ? named
            : column.Kind == ColumnKind.Country ? named / 2
            : 0,
            _ => field.Kind switch
            {
                ColumnKind.Date => named > 0 && column.DateShare >= Mostly ? named + 1 : 0,
                ColumnKind.Number => named > 0 && column.NumberShare >= Mostly ? named : 0,
                ColumnKind.Country => column.Kind != ColumnKind.Country ? 0
                : named > 0 ? named + Unsure
                : field.IsList ? 0
                : Likely,
                ColumnKind.Word => Word(column, field, named),
                ColumnKind.Url => column.Kind == ColumnKind.Url ? named : 0,
                _ => column.Kind is ColumnKind.Text or ColumnKind.Number ? named : named / 2,
            },
        };
    }

    /// <summary>Words that are known raise the score; a column of other words is no status, whatever its heading.</summary>
    private static int Word(ColumnSample column, ImportField field, int named)
    {
        var known = field.IsList
            ? column.Values.Count == 0
                ? 0
                : (double)column.Values.Count(v => ColumnSample.SplitOf(v).Any(item => KnownWords.Find(field.Words!, item) is not null))
                    / column.Values.Count
            : column.WordShare(field.Words!);
        var isNumber = column.Kind is ColumnKind.Number or ColumnKind.Date;
        return isNumber && field.Words != KnownWords.OrganizationTypes ? 0
            : known >= Mostly && named > 0 ? named + Unsure
            : known >= Mostly && !isNumber && column.Kind != ColumnKind.Country ? Likely
            : known > 0.2 ? named
            : 0;
    }

    private static double KnownOrganizations(ColumnSample column, IReadOnlySet<string> organizations) =>
        column.Values.Count == 0
            ? 0
            : (double)column.Values.Count(value => organizations.Contains(Domain.Common.TextKey.Of(value))) / column.Values.Count;

    /// <summary>100 for a heading that is known as it is, less for one that has it as a part.</summary>
    private static int Named(string heading, string path)
    {
        var (words, number) = WithoutNumber(heading);
        if (path.StartsWith("milestones[", StringComparison.Ordinal))
            return path == $"milestones[{(number ?? 1) - 1}].{path.Split('.')[1]}" ? Whole(words, "milestone." + path.Split('.')[1]) : 0;
        var key = number is null ? words : KnownWords.KeyOf(heading);
        if (Whole(key, path) is var whole && whole > 0)
            return whole;
        var part = Parts.Find(p =>
            p.Words[0] >= '\u2E80'
                ? key.Contains(p.Words, StringComparison.Ordinal)
                : $" {key} ".Contains($" {p.Words} ", StringComparison.Ordinal)
        );
        return part.Field == path ? Likely : 0;
    }

    private static int Whole(string words, string field) => KnownWords.Find(KnownWords.Headings, words) == field ? Certain : 0;

    /// <returns>"Étape 2 date" → "etape date" and 2; a heading that is nothing but a number stays.</returns>
    private static (string Words, int? Number) WithoutNumber(string heading)
    {
        var words = KnownWords.KeyOf(heading).Split(' ');
        var number = Array.FindIndex(words, word => word.Length is 1 or 2 && word.All(char.IsAsciiDigit) && word != "0");
        return
            number < 0
            || words.Length == 1
            || int.Parse(words[number], System.Globalization.CultureInfo.InvariantCulture) is 0 or > ImportField.MaxMilestones
            ? (string.Join(' ', words), null)
            : (
                string.Join(' ', words.Where((_, i) => i != number)),
                int.Parse(words[number], System.Globalization.CultureInfo.InvariantCulture)
            );
    }
}
