namespace Shared;

/// <summary>The checkout that a test was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Jero.sln")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("Jero.sln is in no directory above the tests.");
        }

        return directory.FullName;
    }
}
