using System.Text;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Retention;

/// <summary>The list of erasures as one small file per clinic, each line written through; back it up apart from the database, or not at all.</summary>
public sealed class FileErasureLedger : IErasureLedger, IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string folder;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<TenantId, OrderedDictionary<(SessionId, ConsentDecisionId?), ErasureEntry>> known = [];

    /// <summary>A list in a folder, which is made where it is missing.</summary>
    /// <exception cref="ArgumentException">The folder is missing.</exception>
    public FileErasureLedger(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        this.folder = folder;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ErasureEntry>> ListAsync(TenantId tenant, CancellationToken cancellationToken) => InTurnAsync<IReadOnlyList<ErasureEntry>>(async () =>
    {
        known[tenant] = await ReadAsync(tenant, cancellationToken).ConfigureAwait(false);
        return [.. known[tenant].Values];
    }, cancellationToken);

    /// <inheritdoc/>
    public Task AddAsync(TenantId tenant, ErasureEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return InTurnAsync(async () =>
        {
            if (!known.TryGetValue(tenant, out var there)) known[tenant] = there = await ReadAsync(tenant, cancellationToken).ConfigureAwait(false);
            if (there.ContainsKey((entry.Session, entry.Decision))) return false;
            Append(tenant, entry);
            there.Add((entry.Session, entry.Decision), entry);
            return true;
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private string PathOf(TenantId tenant) => Path.Combine(folder, $"{tenant}.erased");

    // The line begins with its break too: what a crash cut off stays a line of its own and says nothing.
    private void Append(TenantId tenant, ErasureEntry entry)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite, Options = FileOptions.WriteThrough };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(PathOf(tenant), options);
        file.Write(Encoding.UTF8.GetBytes($"\n{JsonSerializer.Serialize(entry, ClinicJson.Options)}\n"));
        file.Flush(flushToDisk: true);
    }

    private async Task<OrderedDictionary<(SessionId, ConsentDecisionId?), ErasureEntry>> ReadAsync(TenantId tenant, CancellationToken ct)
    {
        var found = new OrderedDictionary<(SessionId, ConsentDecisionId?), ErasureEntry>();
        if (!File.Exists(PathOf(tenant))) return found;
        foreach (var line in await File.ReadAllLinesAsync(PathOf(tenant), ct).ConfigureAwait(false))
        {
            if (Read(line) is { } entry) found.TryAdd((entry.Session, entry.Decision), entry);
        }

        return found;
    }

    private static ErasureEntry? Read(string line)
    {
        if (line.Length == 0) return null;
        try
        {
            return JsonSerializer.Deserialize<ErasureEntry>(line, ClinicJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> act, CancellationToken ct)
    {
        await turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            return await act().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }
}
