namespace Clinic.Storage.Turso;

/// <summary>The file of a database, before SQLite sees it.</summary>
internal static class DatabaseFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Refuses what cannot become a database; nothing is written.</summary>
    public static void RequireExisting(string path)
    {
        RequirePlace(path);
        if (!File.Exists(path))
            throw SqliteErrors.Refused($"There is no database {path} yet. Create it with TursoMigrator.UpAsync before the first use.");
    }

    /// <summary>Makes an empty file that only its owner can read; one that exists stays as it is.</summary>
    public static void CreateIfMissing(string path)
    {
        RequirePlace(path);
        if (File.Exists(path)) return;
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
            using var file = new FileStream(path, options);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster; its file is as good.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SqliteErrors.Refused($"The database {path} cannot be created: its directory is read-only or full.", e);
        }
    }

    private static void RequirePlace(string path)
    {
        if (Directory.Exists(path)) throw SqliteErrors.Refused($"The database path {path} is a directory; name a file in it.");
        var directory = Path.GetDirectoryName(path);
        if (!Directory.Exists(directory))
            throw SqliteErrors.Refused($"The directory {directory} of the database does not exist; create it first.");
    }
}
