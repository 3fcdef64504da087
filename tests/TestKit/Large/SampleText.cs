namespace PartnershipTracker.TestKit;

/// <summary>Texts of a given length, as people write them.</summary>
public static class SampleText
{
    private const string EnglishSentence =
        "Villages want to see the register, and the health post wants to know who comes back after a referral. ";

    /// <summary>"The health worker did not come on Friday, so we went to the clinic across the river."</summary>
    private const string BengaliSentence = "স্বাস্থ্যকর্মী শুক্রবারে আসেননি, তাই আমরা নদীর ওপারের ক্লিনিকে গিয়েছিলাম। ";

    /// <param name="length">In characters.</param>
    public static string English(int length) => OfLength(EnglishSentence, length);

    /// <inheritdoc cref="English"/>
    public static string Bengali(int length) => OfLength(BengaliSentence, length);

    private static string OfLength(string sentence, int length) =>
        string.Concat(Enumerable.Repeat(sentence, (length / sentence.Length) + 1))[..length].Trim();
}
