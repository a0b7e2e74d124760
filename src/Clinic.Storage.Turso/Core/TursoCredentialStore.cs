using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Credentials, and the count of attempts at them.</summary>
internal sealed class TursoCredentialStore(TursoDataSource source) : ICredentialStore
{
    private const string Select =
        "SELECT id, iterations, salt, hash, changed_at FROM credentials WHERE tenant_id = ?1 AND person_id = ?2 AND kind = ?3";

    private const string Upsert = """
        INSERT INTO credentials (tenant_id, person_id, kind, id, iterations, salt, hash, changed_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (tenant_id, person_id, kind) DO UPDATE SET
            id = excluded.id, iterations = excluded.iterations, salt = excluded.salt, hash = excluded.hash, changed_at = excluded.changed_at
        """;

    // ?3 now, ?4 limit, ?5 end of a lock that begins now. One statement, so that attempts at once are all counted.
    // The attempt that reaches the limit may still go on; the next one meets the lock and is refused.
    private const string Count = """
        INSERT INTO credential_attempts (tenant_id, subject, attempts, locked_until, is_refused)
        VALUES (?1, ?2, 1, CASE WHEN 1 >= ?4 THEN ?5 END, 0)
        ON CONFLICT (tenant_id, subject) DO UPDATE SET
            attempts = CASE WHEN locked_until > ?3 THEN attempts WHEN locked_until IS NULL THEN attempts + 1 ELSE 1 END,
            locked_until = CASE
                WHEN locked_until > ?3 THEN locked_until
                WHEN (CASE WHEN locked_until IS NULL THEN attempts + 1 ELSE 1 END) >= ?4 THEN ?5 END,
            is_refused = coalesce(locked_until > ?3, 0)
        RETURNING CASE WHEN is_refused THEN locked_until END
        """;

    /// <inheritdoc/>
    public Task<Credential?> FindAsync(TenantId tenant, PersonId person, CredentialKind kind, CancellationToken cancellationToken) =>
        source.FindAsync(
            Select,
            [tenant.Value, person.Value, SqlValue.Of(kind)],
            r => new Credential(r.Uuid(0), person, kind, r.Int(1), r.Blob(2), r.Blob(3), r.Instant(4)),
            cancellationToken);

    /// <inheritdoc/>
    public void Save(IUnit unit, Credential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            Upsert, Guard.OneRow(new FactKey("core.credential", credential.Id)),
            mine.Tenant, credential.Person.Value, SqlValue.Of(credential.Kind), credential.Id, credential.Iterations,
            SqlValue.Of(credential.Salt), SqlValue.Of(credential.Hash), credential.ChangedAt);
    }

    /// <inheritdoc/>
    public async Task<Instant?> CountAttemptAsync(
        TenantId tenant, string subject, Instant now, int limit, Duration lockFor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var rows = await source.WriteAsync(
            Count, [tenant.Value, subject, now, limit, now + lockFor], r => r.InstantOrNull(0), cancellationToken).ConfigureAwait(false);
        return rows[0];
    }

    /// <inheritdoc/>
    public Task ClearAttemptsAsync(TenantId tenant, string subject, CancellationToken cancellationToken) =>
        source.WriteAsync("DELETE FROM credential_attempts WHERE tenant_id = ?1 AND subject = ?2", [tenant.Value, subject], cancellationToken);
}
