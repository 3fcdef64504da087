using System.Collections.Frozen;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Makes a value from the cells of a row with a template, an optional map of known values and an optional default. Results of the map and
/// the default are templates too.
/// </summary>
public sealed class MappedValue
{
    private readonly Template _template;
    private readonly FrozenDictionary<string, Template>? _map;
    private readonly Template? _default;
    private readonly Template? _whenEmpty;
    private readonly string? _split;

    /// <param name="template">Text with <c>{column}</c> placeholders; <c>{{</c> and <c>}}</c> stand for braces.</param>
    /// <param name="map">Replaces the result of the template; case is ignored.</param>
    /// <param name="otherwise">Used if the result is empty or not in the map.</param>
    /// <param name="split">The text between the items of a list; each item is then looked up in the map.</param>
    /// <param name="whenEmpty">Used if the result of the template is empty, but not if it is not in the map.</param>
    /// <exception cref="ImportProfileException">A brace is not closed.</exception>
    public MappedValue(
        string template,
        IReadOnlyDictionary<string, string>? map = null,
        string? otherwise = null,
        string? split = null,
        string? whenEmpty = null
    )
        : this(
            new Template(template),
            map?.ToFrozenDictionary(entry => entry.Key, entry => new Template(entry.Value), StringComparer.OrdinalIgnoreCase),
            otherwise is null ? null : new Template(otherwise),
            split is { Length: > 0 } ? split : null,
            whenEmpty is null ? null : new Template(whenEmpty)
        ) { }

    private MappedValue(Template template, FrozenDictionary<string, Template>? map, Template? otherwise, string? split, Template? whenEmpty)
    {
        _template = template;
        _map = map;
        _default = otherwise;
        _split = split;
        _whenEmpty = whenEmpty;
    }

    public IEnumerable<string> Columns =>
        _template
            .Columns.Concat(_map?.Values.SelectMany(result => result.Columns) ?? [])
            .Concat(_default?.Columns ?? [])
            .Concat(_whenEmpty?.Columns ?? []);

    /// <param name="known">Returns what a word means that is not in the map; null if it is not known.</param>
    /// <returns>
    /// Empty if a named cell is empty and there is no default; null if the map does not contain the value and there is no default.
    /// </returns>
    public string? Of(Func<string, string> cell, Func<string, string?>? known = null) => Of(Fill(cell), cell, known);

    /// <summary>The items of a list.</summary>
    /// <param name="separator">Used where the profile names none.</param>
    /// <param name="known">As for <see cref="Of(Func{string, string}, Func{string, string?}?)"/>.</param>
    /// <returns>Each item as it stands in the cell, with its value; the value is null if the map does not contain it.</returns>
    public IEnumerable<(string Item, string? Value)> Items(Func<string, string> cell, char separator, Func<string, string?>? known = null)
    {
        var text = Fill(cell);
        var isWhole = _split is null && _map?.ContainsKey(text) == true;
        var items =
            text.Length == 0 || isWhole ? (string[])[text]
            : _split is null ? text.Split(separator)
            : text.Split(_split);
        return items
            .Select(item => item.Trim())
            .Where(item => item.Length > 0 || text.Length == 0)
            .Select(item => (item, Of(item, cell, known)));
    }

    /// <summary>The result of the template before the map is applied, to name an unknown value in a refusal.</summary>
    public string Fill(Func<string, string> cell) => _template.Fill(cell);

    /// <summary>The same value with a number in the place of each <c>#</c> of its template.</summary>
    public MappedValue Numbered(string number) =>
        new(_template.Numbered(number), _map, _default?.Numbered(number), _split, _whenEmpty?.Numbered(number));

    private string? Of(string text, Func<string, string> cell, Func<string, string?>? known)
    {
        if (text.Length == 0)
            return (_whenEmpty ?? _default)?.Fill(cell) ?? "";
        if (_map?.TryGetValue(text, out var mapped) == true)
            return mapped.Fill(cell);
        if (known?.Invoke(text) is { } meaning)
            return meaning;
        return _map is null ? text : _default?.Fill(cell);
    }
}
