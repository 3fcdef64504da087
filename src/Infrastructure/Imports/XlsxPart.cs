using System.Text;
using System.Xml;

namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>Reads one part of a workbook forwards and without recursion. Only one tag or text is in memory at a time.</summary>
internal sealed class XlsxPart : IDisposable
{
    public const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const string TransitionalIds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictIds = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly MeteredStream _content;
    private readonly XmlReader _xml;
    private readonly char[] _chunk = new char[4096];
    private readonly StringBuilder _text = new();
    private long _allowed = XlsxLimits.TokenSize;

    public XlsxPart(MeteredStream content)
    {
        _content = content;
        _xml = XmlReader.Create(new MeteredStream(content, _ => CheckToken(), leaveOpen: false), Settings);
    }

    public int Depth => _xml.Depth;

    public bool IsEmpty => _xml.IsEmptyElement;

    private bool IsText => _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    /// <returns>The attribute; null if the element does not have it.</returns>
    public string? this[string attribute] => _xml.GetAttribute(attribute);

    /// <summary>The attribute <c>r:id</c>.</summary>
    public string? RelationshipId => _xml.GetAttribute("id", TransitionalIds) ?? _xml.GetAttribute("id", StrictIds);

    /// <summary>Moves to the next node.</summary>
    /// <exception cref="XmlException">It is not XML, or has a document type.</exception>
    public bool Read()
    {
        _allowed = _content.Count + XlsxLimits.TokenSize;
        if (!_xml.Read()) return false;
        if (_xml.Depth > XlsxLimits.Depth) throw SpreadsheetRows.Refused("import.tooDeep");
        return true;
    }

    /// <summary>Moves to the next node inside the element that begins at this depth.</summary>
    /// <returns>False when the element has ended.</returns>
    public bool ReadIn(int depth) => Read() && _xml.Depth > depth;

    public bool IsStartOf(string name) => _xml.NodeType == XmlNodeType.Element && _xml.LocalName == name && _xml.NamespaceURI is Transitional or Strict;

    public bool IsStartOf(string name, string space) => _xml.NodeType == XmlNodeType.Element && _xml.LocalName == name && _xml.NamespaceURI == space;

    /// <summary>Reads the text of the current element and moves past it.</summary>
    /// <param name="tooLong">Creates the exception for a text that is longer than a cell may be.</param>
    public string ReadText(Func<Exception> tooLong)
    {
        _text.Clear();
        if (IsEmpty) return "";
        for (var depth = Depth; ReadIn(depth);)
            if (IsText) AppendChunks(tooLong);
        return _text.ToString();
    }

    /// <summary>Reads the text of a cell or a shared text: all its runs, without the phonetic readings.</summary>
    /// <inheritdoc cref="ReadText"/>
    public string ReadRuns(Func<Exception> tooLong)
    {
        _text.Clear();
        if (IsEmpty) return "";
        int? text = null, spoken = null;
        for (var depth = Depth; ReadIn(depth);)
        {
            if (Depth <= spoken) spoken = null;
            if (Depth <= text) text = null;
            if (spoken is null && IsStartOf("rPh") && !IsEmpty) spoken = Depth;
            else if (spoken is null && text is null && IsStartOf("t") && !IsEmpty) text = Depth;
            else if (text is not null && IsText) AppendChunks(tooLong);
        }

        return _text.ToString();
    }

    public void Dispose() => _xml.Dispose();

    private void AppendChunks(Func<Exception> tooLong)
    {
        for (int read; (read = _xml.CanReadValueChunk ? _xml.ReadValueChunk(_chunk, 0, _chunk.Length) : 0) > 0; _allowed = _content.Count + XlsxLimits.TokenSize)
        {
            _text.Append(_chunk, 0, read);
            if (_text.Length > XlsxLimits.CellLength) throw tooLong();
        }
    }

    private void CheckToken()
    {
        if (_content.Count > _allowed) throw SpreadsheetRows.Refused("import.tokenTooLong");
    }
}
