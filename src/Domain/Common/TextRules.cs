namespace PartnershipTracker.Domain.Common;

/// <summary>What a text may contain, for all texts from people, programs and files.</summary>
public static class TextRules
{
    /// <summary>
    /// No control characters but line breaks and tabs, no half of a surrogate pair, and no U+FFFE. PostgreSQL cannot store a NUL, no
    /// encoding can write half a pair, and .NET cannot normalize U+FFFE.
    /// </summary>
    public static bool IsText(string? text)
    {
        for (var i = 0; i < text?.Length; i++)
        {
            var c = text[i];
            if (c == '\uFFFE' || (char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
                return false;
            if (!char.IsSurrogate(c))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(c, text[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    /// <summary>
    /// As <see cref="IsText"/>, in one line: for names, titles and keys, which appear in headings, lists, subjects of mails and file names.
    /// </summary>
    public static bool IsLine(string? text) => text is null || (IsText(text) && text.AsSpan().IndexOfAny("\n\r\t\u2028\u2029") < 0);

    /// <returns>The text cut to the length, with a replacement character for whatever <see cref="IsText"/> refuses.</returns>
    /// <param name="maxLength">In characters, including the ellipsis at the end of a cut text.</param>
    public static string Shown(string text, int maxLength)
    {
        if (text.Length > maxLength)
        {
            var end = char.IsHighSurrogate(text[maxLength - 2]) ? maxLength - 2 : maxLength - 1;
            text = text[..end] + "…";
        }

        return IsText(text)
            ? text
            : string.Concat(text.EnumerateRunes().Select(rune => IsText(rune.ToString()) ? rune.ToString() : "\uFFFD"));
    }
}
