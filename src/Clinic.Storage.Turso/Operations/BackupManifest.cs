using System.Security.Cryptography;
using System.Text.Json;
using NodaTime.Text;

namespace Clinic.Storage.Turso;

/// <summary>The JSON beside a backup, by which a damaged or exchanged file is found.</summary>
internal static class BackupManifest
{
    private const int Format = 1;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string PathOf(string backup) => backup + ".json";

    public static async Task WriteAsync(BackupReport report, CancellationToken cancellationToken)
    {
        var content = new Content(
            Format, InstantPattern.ExtendedIso.Format(report.MadeAt), report.Source, report.Bytes, report.Sha256, report.Migrations, report.Tables);
        await PrivateFile.WriteAsync(PathOf(report.File), JsonSerializer.SerializeToUtf8Bytes(content, Json), cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="TursoException">There is none, or it cannot be read.</exception>
    public static async Task<BackupReport> ReadAsync(string backup, CancellationToken cancellationToken)
    {
        var path = PathOf(backup);
        if (!File.Exists(backup)) throw SqliteErrors.Refused($"There is no backup {backup}.");
        if (!File.Exists(path)) throw SqliteErrors.Refused($"The backup {backup} has no description {path} beside it, so it cannot be verified.");
        try
        {
            var c = JsonSerializer.Deserialize<Content>(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), Json);
            if (c is null || c.Format != Format) throw SqliteErrors.Refused($"The description {path} has the format {c?.Format}; this program reads {Format}.");
            return new BackupReport(backup, InstantPattern.ExtendedIso.Parse(c.MadeAt).GetValueOrThrow(), c.Source, c.Bytes, c.Sha256, c.Migrations, c.Tables);
        }
        catch (Exception e) when (e is JsonException or UnparsableValueException)
        {
            throw SqliteErrors.Refused($"The description {path} cannot be read; it was changed or cut.", e);
        }
    }

    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
        }
    }

    private sealed record Content(
        int Format, string MadeAt, string Source, long Bytes, string Sha256, IReadOnlyList<string> Migrations, IReadOnlyList<TableFigures> Tables);
}
