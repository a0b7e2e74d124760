using Clinic.Abstractions;
using Clinic.Pharmacy.Inquiries;
using Clinic.Racer;
using Clinic.Storage.Turso;

namespace Clinic.Servers.Alone.Tests;

/// <summary>The database of a server, looked at with plain SQL.</summary>
internal sealed class Ledger(string url) : IAsyncDisposable
{
    private readonly TursoDataSource source = new($"Data Source={url}");

    public ValueTask DisposeAsync() => source.DisposeAsync();

    public async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))));
        return rows;
    }

    /// <summary>Whole commands only, each once; no unit lost, none twice; nothing that was acknowledged is missing.</summary>
    public async Task CheckAsync(World world, Issuers issuers, int stock)
    {
        Assert.Empty(await QueryAsync("""
            SELECT c.id FROM commands c WHERE c.name = 'pharmacy.issue-stock' AND (
                (SELECT count(*) FROM audit_log a WHERE a.tenant_id = c.tenant_id AND a.command_id = c.id AND a.outcome = 'accepted') <> 1
                OR (SELECT sum(CASE WHEN m.posting_id = json_extract(c.answer, '$.posting') THEN 1 ELSE 0 END) FROM stock_movements m
                    WHERE m.tenant_id = c.tenant_id AND m.posting_id = json_extract(c.answer, '$.posting')) IS NULL)
            """));
        Assert.Empty(await QueryAsync("""
            SELECT m.id FROM stock_movements m WHERE m.kind = 'issue' AND NOT EXISTS (
                SELECT 1 FROM commands c WHERE c.tenant_id = m.tenant_id AND json_extract(c.answer, '$.posting') = m.posting_id)
            """));
        var stored = (await QueryAsync("SELECT id FROM commands WHERE name = 'pharmacy.issue-stock'")).Select(CommandId.Parse).ToHashSet();
        Assert.Empty(issuers.Done.Keys.Except(stored));
        Assert.Empty(stored.Except(issuers.Done.Keys));
        var issued = issuers.Done.Values.Sum();
        Assert.Equal([$"{stock - issued}"], await QueryAsync("SELECT sum(on_hand) FROM stock_balances"));
        Assert.Empty(await world.Get<StockInquiries>().VerifyAsync(World.Tenant, TestContext.Current.CancellationToken));
    }
}
