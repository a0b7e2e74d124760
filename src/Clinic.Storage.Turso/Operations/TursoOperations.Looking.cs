using NodaTime;

namespace Clinic.Storage.Turso;

/// <content>A look at the surroundings.</content>
public sealed partial class TursoOperations
{
    private const string Engine = """
        SELECT sqlite_version(), CAST(strftime('%s', 'now') AS INTEGER),
            (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)
        """;

    /// <summary>Reads size, engine, clock and keys; the schema must be this program's.</summary>
    public async Task<DatabaseFacts> LookAsync(CancellationToken cancellationToken = default)
    {
        var engine = await database.ListAsync(
            Engine, [], r => (Version: r.Text(0), Seconds: r.Long(1), Bytes: r.Long(2)), cancellationToken).ConfigureAwait(false);
        var keys = await database.ListAsync("SELECT DISTINCT tenant_id, key_id FROM attachments ORDER BY key_id", [], r => r.Text(1), cancellationToken).ConfigureAwait(false);
        var newest = await database.ListAsync("SELECT tenant_id, max(at) FROM audit_log GROUP BY tenant_id", [], r => r.Instant(1), cancellationToken).ConfigureAwait(false);
        var (version, seconds, bytes) = engine[0];
        return new DatabaseFacts(bytes, version, Instant.FromUnixTimeSeconds(seconds), newest.Count == 0 ? null : newest.Max(), [.. keys.Distinct()]);
    }
}
