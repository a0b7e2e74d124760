using Clinic.Pharmacy.Sales;
using Clinic.Storage.Turso.Pharmacy.Sales;

namespace Clinic.Storage.Turso;

/// <summary>Encrypts the buyers of sales again under another key, or writes them clear; nothing where sales are not switched on.</summary>
internal sealed class BuyerRotation(ClinicDatabase source, FieldCipher cipher)
{
    private const string Tenants = "SELECT DISTINCT tenant_id FROM sales ORDER BY tenant_id";

    private const string Count = "SELECT count(*) FROM sales WHERE tenant_id = ?1 AND buyer_key IS NOT ?2";

    private const string Next = "SELECT id, buyer, buyer_key FROM sales WHERE tenant_id = ?1 AND buyer_key IS NOT ?2 AND id > ?3 ORDER BY id LIMIT ?4";

    // A writer in between has written the buyer anew, with a key of its own choice; then nothing is done here.
    private const string Update = "UPDATE sales SET buyer = ?3, buyer_key = ?4 WHERE tenant_id = ?1 AND id = ?2 AND buyer = ?5";

    private readonly BuyerField buyers = new(cipher);

    private bool IsEnabled => source.Sets.Any(s => s.Name == SalesSet.Set.Name);

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
                var rows = await source.ListAsync(Next, [tenant, keyId, after, atOnce], r => (Id: r.Id<SaleId>(0), Stored: r.Text(1)), ct).ConfigureAwait(false);
                if (rows.Count == 0) break;
                await source.CommitAsync([.. rows.Select(r => Step(tenant, r.Id, r.Stored, keyId))], ct).ConfigureAwait(false);
                after = rows[^1].Id.ToString();
            }
        }
    }

    private Step Step(Guid tenant, SaleId sale, string stored, string? keyId) =>
        new(Update, [tenant, sale.Value, buyers.Seal(keyId, tenant, sale.Value, buyers.Open(tenant, sale.Value, stored)), keyId, stored], Guard.None);

    private Task<List<Guid>> TenantsAsync(CancellationToken ct) =>
        IsEnabled ? source.ListAsync(Tenants, [], r => r.Uuid(0), ct) : Task.FromResult<List<Guid>>([]);
}
