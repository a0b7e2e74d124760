using System.Text;
using System.Text.Json;
using Clinic.Abstractions;
using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Sealing;

/// <summary>Writes each published seal into a folder outside the database, one file per seal.</summary>
/// <remarks>A repeat writes the same file. A file that says something else is never replaced: it is the older witness.</remarks>
public sealed class SealFolderReceiver(IOptions<SealPublishingOptions> options) : IOutboxReceiver
{
    /// <inheritdoc/>
    public string Name => "seal folder";

    /// <inheritdoc/>
    public async Task ReceiveAsync(OutboxEvent occurrence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        if (occurrence.Type != PublishedSeal.EventType || options.Value.Folder is not { Length: > 0 } folder) return;
        var seal = JsonSerializer.Deserialize<PublishedSeal>(occurrence.Json, ClinicJson.Options)!;
        var path = PathOf(folder, seal);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (File.Exists(path))
        {
            await RequireSameAsync(path, occurrence.Json, cancellationToken).ConfigureAwait(false);
            return;
        }

        var beside = $"{path}.{Path.GetRandomFileName()}";
        await File.WriteAllTextAsync(beside, occurrence.Json, Encoding.UTF8, cancellationToken).ConfigureAwait(false);
        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
            await RequireSameAsync(path, occurrence.Json, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The file of a seal: a folder per clinic, a name that sorts by number.</summary>
    public static string PathOf(string folder, PublishedSeal seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        return Path.Combine(folder, seal.Tenant.ToString(), FormattableString.Invariant($"seal-{seal.Number:0000000000}.json"));
    }

    private static async Task RequireSameAsync(string path, string json, CancellationToken ct)
    {
        if (await File.ReadAllTextAsync(path, ct).ConfigureAwait(false) != json)
            throw new InvalidOperationException($"Another seal of the same number lies in {path}; the audit was restored or rewritten.");
    }
}
