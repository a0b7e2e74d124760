namespace Clinic.Conventions.Tests;

/// <summary>The checked-out repository, found by its solution; compiled paths are mapped in CI.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static IEnumerable<string> ProjectFolders =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetDirectoryName(file)!)
            .Order(StringComparer.Ordinal);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Clinic.Libraries.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("Clinic.Libraries.sln is in no folder above the tests.");
    }
}
