namespace PartnershipTracker.Application.Common;

/// <summary>Plural categories of the six languages. Source: Unicode CLDR, language plural rules (cardinal, integers).</summary>
internal static class Plural
{
    public static string Of(int n, string language) =>
        language switch
        {
            "zh" => "other",
            "fr" => n is 0 or 1 ? "one" : "other",
            "ru" => (n % 10, n % 100) switch
            {
                (1, not 11) => "one",
                (>= 2 and <= 4, not (>= 12 and <= 14)) => "few",
                _ => "many",
            },
            "ar" => n switch
            {
                0 => "zero",
                1 => "one",
                2 => "two",
                _ => (n % 100) switch
                {
                    >= 3 and <= 10 => "few",
                    >= 11 => "many",
                    _ => "other",
                },
            },
            _ => n == 1 ? "one" : "other",
        };
}
