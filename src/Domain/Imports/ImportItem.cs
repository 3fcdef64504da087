using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Imports;

/// <summary>
/// A row that was refused, or imported with a warning, and why. It holds a code and its values; the sentence is made when it is read.
/// </summary>
public sealed class ImportItem : Entity
{
    private ImportItem() { }

    /// <param name="line">The line of the file on which the row begins; the heading is line 1. 0 for what is about no row.</param>
    /// <param name="args">The values of the sentence, as JSON.</param>
    public ImportItem(ImportId importId, int line, string? field, string code, string args, bool isWarning)
    {
        ImportId = importId;
        Line = line;
        Field = field;
        Code = code;
        Args = args;
        IsWarning = isWarning;
    }

    public ImportId ImportId { get; private set; }

    public int Line { get; private set; }

    public string? Field { get; private set; }

    public string Code { get; private set; } = "";

    public string Args { get; private set; } = "[]";

    public bool IsWarning { get; private set; }
}
