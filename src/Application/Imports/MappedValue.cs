using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>Makes a value from the cells of a row with a template, an optional map of known values and an optional default.</summary>
public sealed class MappedValue
{
    private readonly List<(string Text, bool IsColumn)> _parts = [];
    private readonly FrozenDictionary<string, string>? _map;
    private readonly string? _default;

    /// <param name="template">Text with <c>{column}</c> placeholders; <c>{{</c> and <c>}}</c> stand for braces.</param>
    /// <param name="map">Replaces the result of the template; case is ignored.</param>
    /// <param name="otherwise">Used if the result is empty or not in the map.</param>
    /// <exception cref="ImportProfileException">A brace is not closed.</exception>
    public MappedValue(string template, IReadOnlyDictionary<string, string>? map = null, string? otherwise = null)
    {
        Parse(template);
        _map = map?.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _default = otherwise;
    }

    public IEnumerable<string> Columns => _parts.Where(p => p.IsColumn).Select(p => p.Text);

    /// <returns>
    /// Empty if a named cell is empty and there is no default; null if the map does not contain the value and there is no default.
    /// </returns>
    public string? Of(Func<string, string> cell)
    {
        var text = Fill(cell);
        if (text.Length == 0) return _default ?? "";
        if (_map is null) return text;
        return _map.TryGetValue(text, out var mapped) ? mapped : _default;
    }

    /// <summary>The result of the template before the map is applied, to name an unknown value in a refusal.</summary>
    public string Fill(Func<string, string> cell)
    {
        if (_parts is [var (only, isColumn)]) return isColumn ? cell(only).Trim() : only;
        var filled = new StringBuilder();
        foreach (var (text, isColumnPart) in _parts)
        {
            var part = isColumnPart ? cell(text).Trim() : text;
            if (isColumnPart && part.Length == 0) return "";
            filled.Append(part);
        }

        return filled.ToString();
    }

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
                if (end < 0) throw new ImportProfileException("import.profileBrace", TextRules.Shown(template, ColumnNames.MaxShownLength));
                if (literal.Length > 0) _parts.Add((literal.ToString(), false));
                literal.Clear();
                _parts.Add((template[(i + 1)..end], true));
                i = end;
            }
            else
            {
                literal.Append(c);
            }
        }

        if (literal.Length > 0 || _parts.Count == 0) _parts.Add((literal.ToString(), false));
    }
}
