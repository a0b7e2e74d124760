using Clinic.Abstractions.Conversations;
using Clinic.Storage.Turso.Conversations;

namespace Clinic.Storage.Turso;

/// <summary>Encrypts the words of conversations again under another key, or writes them clear.</summary>
internal sealed class ConversationRotation(ClinicDatabase source, FieldCipher cipher)
{
    private const string Tenants = "SELECT DISTINCT tenant_id FROM conversation_entries ORDER BY tenant_id";

    private const string Count = "SELECT count(*) FROM conversation_entries WHERE tenant_id = ?1 AND field_key IS NOT ?2";

    private const string Next = """
        SELECT id, said, answered FROM conversation_entries WHERE tenant_id = ?1 AND field_key IS NOT ?2 AND id > ?3 ORDER BY id LIMIT ?4
        """;

    // Another rotation in between has written the words with a key of its own choice; then nothing is done here.
    private const string Update = """
        UPDATE conversation_entries SET said = ?3, answered = ?4, field_key = ?5 WHERE tenant_id = ?1 AND id = ?2 AND said = ?6
        """;

    private readonly ConversationWords words = new(cipher);

    private bool IsEnabled => source.Sets.Any(s => s.Name == ConversationSet.Set.Name);

    /// <summary>How many are clear or under another key.</summary>
    public async Task<long> OutstandingAsync(string? keyId, CancellationToken ct)
    {
        var all = 0L;
        foreach (var tenant in await TenantsAsync(ct).ConfigureAwait(false))
            all += (await source.ListAsync(Count, [tenant, keyId], r => r.Long(0), ct).ConfigureAwait(false))[0];
        return all;
    }

    /// <summary>Writes all of them under the key, or clear where it is null.</summary>
    public async Task RunAsync(string? keyId, int atOnce, CancellationToken ct)
    {
        foreach (var tenant in await TenantsAsync(ct).ConfigureAwait(false))
        {
            for (var after = ""; ;)
            {
                var rows = await source.ListAsync(
                    Next, [tenant, keyId, after, atOnce], r => (Id: r.Id<ConversationId>(0), Said: r.Text(1), Answered: r.Text(2)), ct).ConfigureAwait(false);
                if (rows.Count == 0) break;
                await source.CommitAsync([.. rows.Select(r => Step(tenant, r.Id, r.Said, r.Answered, keyId))], ct).ConfigureAwait(false);
                after = rows[^1].Id.ToString();
            }
        }
    }

    private Step Step(Guid tenant, ConversationId entry, string said, string answered, string? keyId)
    {
        var clear = words.Open(tenant, entry, said, answered);
        var stored = words.Seal(keyId, tenant, entry, clear.Said, clear.Answered);
        return new(Update, [tenant, entry.Value, stored.Said, stored.Answered, keyId, said], Guard.None);
    }

    private Task<List<Guid>> TenantsAsync(CancellationToken ct) =>
        IsEnabled ? source.ListAsync(Tenants, [], r => r.Uuid(0), ct) : Task.FromResult<List<Guid>>([]);
}
