namespace Clinic.Storage.Turso;

/// <summary>Asks SQLite whether the file is sound.</summary>
internal static class IntegrityCheck
{
    /// <summary>What is wrong, or nothing.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(ClinicDatabase source, CancellationToken cancellationToken)
    {
        var pages = await source.ReadAsync("PRAGMA integrity_check", [], r => r.Text(0), cancellationToken).ConfigureAwait(false);
        var keys = await source.ReadAsync(
            "PRAGMA foreign_key_check", [], r => $"{r.Text(0)} row {r.LongOrNull(1)} names a missing {r.Text(2)}", cancellationToken).ConfigureAwait(false);
        return [.. pages.Where(p => p != "ok"), .. keys];
    }
}
