using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Abstractions.Conversations;
using NodaTime;

namespace Clinic.Storage.Turso.Conversations;

/// <summary>Consents and conversations; the words are encrypted, everything else is clear so that it can be counted.</summary>
internal sealed class TursoConversationStore(ClinicDatabase source, FieldKeyRing? keys = null) : IConversationStore
{
    private const string Columns = "id, session_id, person_id, consent_version, domain, said, answered, intent, outcome, confidence, took, said_at, command_id";

    private const string Consent = "SELECT id, is_given, since, version FROM conversation_consents WHERE tenant_id = ?1 AND id = ?2";

    private const string Consents = """
        SELECT person_id, is_given, since, version FROM conversation_consent_history
        WHERE tenant_id = ?1 AND person_id = ?2 ORDER BY version
        """;

    private const string Oldest = "SELECT id FROM conversation_entries WHERE tenant_id = ?1 AND said_at <= ?2 ORDER BY said_at, id LIMIT ?3";

    private const string FirstConsent = """
        INSERT INTO conversation_consents (tenant_id, id, is_given, since, version, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
        """;

    private const string NextConsent = """
        UPDATE conversation_consents SET is_given = ?3, since = ?4, version = ?5, updated_at = ?6 WHERE tenant_id = ?1 AND id = ?2 AND version = ?5 - 1
        """;

    private const string History = """
        INSERT INTO conversation_consent_history (tenant_id, person_id, version, is_given, since) VALUES (?1, ?2, ?3, ?4, ?5)
        """;

    private const string Insert = $"""
        INSERT INTO conversation_entries (tenant_id, {Columns}, field_key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        """;

    private const string Delete = "DELETE FROM conversation_entries WHERE tenant_id = ?1 AND id IN (SELECT value FROM json_each(?2))";

    private const string DeleteAll = "DELETE FROM conversation_entries WHERE tenant_id = ?1 AND person_id = ?2";

    private readonly ConversationWords words = new(new FieldCipher(keys));

    /// <inheritdoc/>
    public Task<ConversationConsent?> ConsentAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken) =>
        source.FindAsync(Consent, [tenant.Value, person.Value], ReadConsent, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ConversationConsent>> ConsentsAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken) =>
        await source.ListAsync(Consents, [tenant.Value, person.Value], ReadConsent, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<Page<ConversationEntry>> ListAsync(TenantId tenant, ConversationFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var query = Wanted($"SELECT {Columns} FROM conversation_entries WHERE tenant_id = ?1", tenant, filter);
        if (page.After is { } after)
        {
            var mark = ConversationMark.Parse(after);
            query.Where("(said_at, id) > ({0}, {1})", mark.At, mark.Id.Value);
        }

        var (sql, values) = query.End("ORDER BY said_at, id", page.Size + 1);
        var found = await source.ListAsync(sql, values, r => Read(tenant.Value, r), cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, ConversationMark.Of);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ConversationCount>> CountAsync(TenantId tenant, ConversationFilter filter, CancellationToken cancellationToken)
    {
        var query = Wanted("SELECT person_id, domain, outcome, count(*), sum(confidence) FROM conversation_entries WHERE tenant_id = ?1", tenant, filter);
        var (sql, values) = query.End("GROUP BY person_id, domain, outcome ORDER BY person_id, domain, outcome", int.MaxValue);
        return await source.ListAsync(
            sql, values,
            r => new ConversationCount(r.Id<PersonId>(0), r.Enum<ConversationDomain>(1), r.Text(2), r.Long(3), ConversationMark.Mean(r.Long(4), r.Long(3))),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ConversationId>> OldestAsync(TenantId tenant, Instant atOrBefore, int most, CancellationToken cancellationToken) =>
        await source.ListAsync(Oldest, [tenant.Value, atOrBefore, most], r => r.Id<ConversationId>(0), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Add(IUnit unit, ConversationConsent consent)
    {
        ArgumentNullException.ThrowIfNull(consent);
        var mine = TursoUnit.Of(unit);
        var fact = ConversationConsent.Fact(consent.Person);
        mine.Add(
            consent.Version == 1 ? FirstConsent : NextConsent, Guard.OneRow(fact),
            mine.Tenant, consent.Person.Value, consent.IsGiven, consent.Since, consent.Version, mine.Now);
        mine.Add(History, Guard.OneRow(fact), mine.Tenant, consent.Person.Value, consent.Version, consent.IsGiven, consent.Since);
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, ConversationEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var mine = TursoUnit.Of(unit);
        var (said, answered) = words.Seal(words.ActiveId, mine.Tenant, entry.Id, entry.Said, entry.Answered);
        mine.Add(
            Insert, Guard.OneRow(ConversationEntry.Fact(entry.Id)),
            mine.Tenant, entry.Id.Value, entry.Session, entry.Person.Value, entry.Consent, SqlValue.Of(entry.Domain), said, answered, entry.Intent,
            entry.Outcome, ConversationMark.Thousandths(entry.Confidence), entry.Took.BclCompatibleTicks / 10, entry.At, entry.Command?.Value, words.ActiveId);
    }

    /// <inheritdoc/>
    public void Remove(IUnit unit, IReadOnlyList<ConversationId> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var mine = TursoUnit.Of(unit);
        mine.Add(Delete, Guard.None, mine.Tenant, JsonSerializer.Serialize(entries.Select(e => e.ToString())));
    }

    /// <inheritdoc/>
    public void RemoveAll(IUnit unit, PersonId person)
    {
        var mine = TursoUnit.Of(unit);
        mine.Add(DeleteAll, Guard.None, mine.Tenant, person.Value);
    }

    private static Filter Wanted(string start, TenantId tenant, ConversationFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new Filter(start, tenant.Value);
        if (filter.Person is { } person) query.And("person_id =", person.Value);
        if (filter.From is { } from) query.And("said_at >=", from);
        if (filter.Until is { } until) query.And("said_at <", until);
        return query;
    }

    private static ConversationConsent ReadConsent(Row r) => new(r.Id<PersonId>(0), r.Bool(1), r.Instant(2), r.Long(3));

    private ConversationEntry Read(Guid tenant, Row r)
    {
        var id = r.Id<ConversationId>(0);
        var (said, answered) = words.Open(tenant, id, r.Text(5), r.Text(6));
        return new()
        {
            Id = id,
            Session = r.Uuid(1),
            Person = r.Id<PersonId>(2),
            Consent = r.Long(3),
            Domain = r.Enum<ConversationDomain>(4),
            Said = said,
            Answered = answered,
            Intent = r.TextOrNull(7),
            Outcome = r.Text(8),
            Confidence = r.Long(9) / 1000m,
            Took = Duration.FromTicks(r.Long(10) * 10),
            At = r.Instant(11),
            Command = r.IdOrNull<CommandId>(12),
        };
    }
}
