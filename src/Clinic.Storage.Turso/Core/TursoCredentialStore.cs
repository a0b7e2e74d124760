using System.Text.Json;
using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Credentials, and the count of attempts at them.</summary>
internal sealed class TursoCredentialStore(ClinicDatabase source) : ICredentialStore
{
    private const string Columns = """
        c.person_id, c.id, c.iterations, c.salt, c.hash, c.changed_at,
        CASE c.kind WHEN 'badge' THEN (
            SELECT json_group_array(b.lookup) FROM badge_lookups b WHERE b.tenant_id = c.tenant_id AND b.person_id = c.person_id) END
        """;

    private const string Select =
        $"SELECT {Columns} FROM credentials c WHERE c.tenant_id = ?1 AND c.person_id = ?2 AND c.kind = ?3";

    private const string SelectBadge = $"""
        SELECT {Columns}
        FROM json_each(?2) k
        JOIN badge_lookups l ON l.tenant_id = ?1 AND l.lookup = k.value
        JOIN credentials c ON c.tenant_id = l.tenant_id AND c.person_id = l.person_id AND c.kind = 'badge'
        ORDER BY k.key LIMIT 1
        """;

    private const string DeleteLookups = "DELETE FROM badge_lookups WHERE tenant_id = ?1 AND person_id = ?2";

    private const string InsertLookup = "INSERT INTO badge_lookups (tenant_id, lookup, person_id) VALUES (?1, ?2, ?3)";

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
            r => Read(kind, r),
            cancellationToken);

    /// <inheritdoc/>
    public Task<Credential?> FindBadgeAsync(TenantId tenant, IReadOnlyList<string> lookups, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lookups);
        return source.FindAsync(
            SelectBadge, [tenant.Value, JsonSerializer.Serialize(lookups)], r => Read(CredentialKind.Badge, r), cancellationToken);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Credential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        var mine = TursoUnit.Of(unit);
        var fact = new FactKey("core.credential", credential.Id);
        if (credential.Kind == CredentialKind.Badge) ReleaseBadge(unit, credential.Person);
        foreach (var lookup in credential.BadgeLookups)
            mine.Add(InsertLookup, Guard.OneRow(fact), mine.Tenant, lookup, credential.Person.Value);
        mine.Add(
            Upsert, Guard.OneRow(fact),
            mine.Tenant, credential.Person.Value, SqlValue.Of(credential.Kind), credential.Id, credential.Iterations,
            SqlValue.Of(credential.Salt), SqlValue.Of(credential.Hash), credential.ChangedAt);
    }

    /// <inheritdoc/>
    public void ReleaseBadge(IUnit unit, PersonId person)
    {
        var mine = TursoUnit.Of(unit);
        mine.Add(DeleteLookups, Guard.None, mine.Tenant, person.Value);
    }

    /// <inheritdoc/>
    public async Task<Instant?> CountAttemptAsync(
        TenantId tenant, string subject, Instant now, int limit, Duration lockFor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        // An attempt whose answer was lost may count twice, which locks sooner and never later.
        var rows = await source.WriteSurelyAsync(
            Count, [tenant.Value, subject, now, limit, now + lockFor], r => r.InstantOrNull(0), cancellationToken).ConfigureAwait(false);
        return rows[0];
    }

    /// <inheritdoc/>
    public Task ClearAttemptsAsync(TenantId tenant, string subject, CancellationToken cancellationToken) =>
        source.WriteSurelyAsync("DELETE FROM credential_attempts WHERE tenant_id = ?1 AND subject = ?2", [tenant.Value, subject], cancellationToken);

    private static Credential Read(CredentialKind kind, Row r) => new(
        r.Uuid(1), r.Id<PersonId>(0), kind, r.Int(2), r.Blob(3), r.Blob(4), r.Instant(5),
        r.TextOrNull(6) is { } lookups ? JsonSerializer.Deserialize<string[]>(lookups) : null);
}
