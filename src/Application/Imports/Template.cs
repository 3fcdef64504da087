using System.Text;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>Text with <c>{column}</c> placeholders; <c>{{</c> and <c>}}</c> stand for braces.</summary>
internal sealed class Template
{
    private readonly List<(string Text, bool IsColumn)> _parts = [];

    /// <exception cref="ImportProfileException">A brace is not closed.</exception>
    public Template(string text) => Parse(text);

    private Template(IEnumerable<(string Text, bool IsColumn)> parts) => _parts.AddRange(parts);

    public IReadOnlyList<(string Text, bool IsColumn)> Parts => _parts;

    public IEnumerable<string> Columns => _parts.Where(p => p.IsColumn).Select(p => p.Text);

    /// <returns>Empty if a named cell is empty.</returns>
    public string Fill(Func<string, string> cell)
    {
        if (_parts is [var (only, isColumn)])
            return isColumn ? cell(only).Trim() : only;
        var filled = new StringBuilder();
        foreach (var (text, isColumnPart) in _parts)
        {
            var part = isColumnPart ? cell(text).Trim() : text;
            if (isColumnPart && part.Length == 0)
                return "";
            filled.Append(part);
        }

        return filled.ToString();
    }

    /// <summary>The same template with a number in the place of each <c>#</c>.</summary>
    public Template Numbered(string number) => new(_parts.Select(p => (p.Text.Replace("#", number, StringComparison.Ordinal), p.IsColumn)));

    private void Parse(string template)
    {
        var literal = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c is '{' or '}' && i + 1 < template.Length && template[i + 1] == c)
            {
                literal.Append(c);
                i++;
            }
            else if (c == '{')
            {
                var end = template.IndexOf('}', i);
                if (end < 0)
                    throw new ImportProfileException("import.profileBrace", TextRules.Shown(template, ColumnNames.MaxShownLength));
                if (literal.Length > 0)
                    _parts.Add((literal.ToString(), false));
                literal.Clear();
                _parts.Add((template[(i + 1)..end], true));
                i = end;
            }
            else
            {
                literal.Append(c);
            }
        }

        if (literal.Length > 0 || _parts.Count == 0)
            _parts.Add((literal.ToString(), false));
    }
}
