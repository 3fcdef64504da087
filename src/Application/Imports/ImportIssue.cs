using System.Text.Json;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <param name="Line">The line of the file, or the row of the sheet, on which the row begins; the heading is line 1. 0 for what is
/// about no row of the file.</param>
/// <param name="Code">A code that does not change between versions.</param>
/// <param name="IsWarning">The row was imported all the same.</param>
public sealed record ImportIssue(int Line, string? Field, string Code, string Message, bool IsWarning)
{
    internal static ImportIssue Of(ImportItem item) =>
        new(item.Line, item.Field, item.Code, Texts.Error(item.Code, JsonSerializer.Deserialize<string?[]>(item.Args)!), item.IsWarning);
}
