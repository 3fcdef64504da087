using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace PartnershipTracker.Application.Imports;

/// <summary>A value made of the cells of a row: a template, then a map of known values, then a default.</summary>
public sealed class MappedValue
{
    private readonly List<(string Text, bool IsColumn)> _parts = [];
    private readonly FrozenDictionary<string, string>? _map;
    private readonly string? _default;

    /// <param name="template">Text with <c>{column}</c>; <c>{{</c> and <c>}}</c> are braces.</param>
    /// <param name="map">What the template's result stands for; without regard to case.</param>
    /// <param name="otherwise">What stands in when the result is empty, or not in the map.</param>
    /// <exception cref="JsonException">A brace is not closed.</exception>
    public MappedValue(string template, IReadOnlyDictionary<string, string>? map = null, string? otherwise = null)
    {
        Parse(template);
        _map = map?.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _default = otherwise;
    }

    public IEnumerable<string> Columns => _parts.Where(p => p.IsColumn).Select(p => p.Text);

    /// <returns>Empty when a named cell is empty and there is no default; null when the map does not know the value.</returns>
    public string? Of(Func<string, string> cell)
    {
        var text = Fill(cell);
        if (text.Length == 0) return _default ?? "";
        if (_map is null) return text;
        return _map.TryGetValue(text, out var mapped) ? mapped : _default;
    }

    /// <summary>The template's result before the map, to say which value was not known.</summary>
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
                if (end < 0) throw new JsonException($"“{template}” opens a brace that is never closed.");
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
