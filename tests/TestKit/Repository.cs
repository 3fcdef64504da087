namespace PartnershipTracker.TestKit;

/// <summary>The folder of the solution; the tests run in a folder below it.</summary>
internal static class Repository
{
    public static readonly string Folder = FolderAbove(AppContext.BaseDirectory);

    private static string FolderAbove(string folder) =>
        File.Exists(Path.Combine(folder, "PartnershipTracker.sln"))
            ? folder
            : FolderAbove(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("PartnershipTracker.sln"));
}
