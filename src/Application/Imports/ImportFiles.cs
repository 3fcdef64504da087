using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>The uploaded files of imports.</summary>
internal static class ImportFiles
{
    private const int FileNameMaxLength = 200;

    /// <summary>The name that the sender gave the file, without characters that cannot be shown.</summary>
    public static string NameOf(string given)
    {
        var name = Path.GetFileName(given.Replace('\\', '/'));
        return name.Length is > 0 and <= FileNameMaxLength && TextRules.IsLine(name) ? name : "import.csv";
    }

    /// <exception cref="DomainException">The file is no longer stored.</exception>
    public static Stream OpenUpload(this IFileStore files, ImportRun import)
    {
        try
        {
            return files.Open(import.StoredFile);
        }
        catch (FileNotFoundException)
        {
            throw DomainException.Refused("import.fileMissing");
        }
    }
}
