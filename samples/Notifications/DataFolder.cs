namespace Notifications;

/// <summary>Where a process without Redis keeps what must outlive it.</summary>
internal static class DataFolder
{
    public static string Of(NotificationOptions options)
    {
        var folder = options.Folder ?? Path.Combine(Home(), "jero-notifications");
        // The keys of the cookies lie here.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    private static string Home()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        // A service may have no home.
        return folder.Length > 0 ? folder : Path.Combine(Path.GetTempPath(), Environment.UserName);
    }
}
