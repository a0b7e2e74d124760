namespace Clinic.Storage.Turso;

/// <summary>Files that only the account of the program may read; written whole or not at all.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerEnters = OwnerReadsAndWrites | UnixFileMode.UserExecute;

    public static async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var beside = path + ".part";
        var file = Create(beside);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(content, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    public static async Task CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        var source = File.OpenRead(from);
        await using (source.ConfigureAwait(false))
        {
            var file = Create(to);
            await using (file.ConfigureAwait(false))
            {
                await source.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }
        }
    }

    public static void MakeFolder(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else Directory.CreateDirectory(path, OwnerEnters);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SqliteErrors.Refused($"The folder {path} cannot be made. {e.Message}", e);
        }
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerReadsAndWrites;
        return new FileStream(path, options);
    }
}
