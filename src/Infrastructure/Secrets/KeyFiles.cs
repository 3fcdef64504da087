using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using PartnershipTracker.Infrastructure.Files;

namespace PartnershipTracker.Infrastructure.Secrets;

/// <summary>
/// Keeps the keys of data protection as files, as the framework's own class does, which lets the umask decide who may read them.
/// </summary>
internal sealed class KeyFiles(DirectoryInfo folder) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. folder.EnumerateFiles("*.xml").Select(file => XElement.Load(file.FullName))];

    /// <summary>Writes a temporary file and then moves it, because other nodes read the folder.</summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        var writing = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = PrivateFiles.Create(writing))
            {
                element.Save(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(writing, Path.Combine(folder.FullName, friendlyName + ".xml"));
        }
        finally
        {
            File.Delete(writing);
        }
    }
}
