namespace Clinic.Benchmarks.Storage;

/// <summary>Fills the ledger of a clinic with a history of other lots, outside any timing.</summary>
public static class LedgerHistory
{
    private const string Insert = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)
        INSERT INTO stock_movements (tenant_id, id, posting_id, line, kind, direction, presentation_id, lot_id, location_id, quantity, change, scale, unit_cost,
            currency, occurred, recorded, actor_id, has_target)
        SELECT $tenant, printf('01900000-%04x-7000-8000-%012x', i / 65536, i), printf('01910000-%04x-7000-8000-%012x', i / 65536, i), 1,
            'receipt', 'in', printf('01920000-0000-7000-8000-%012x', i % 200), printf('01930000-0000-7000-8000-%012x', i % 2000), $store, 1, 1, 0, 100000000,
            'USD', 1700000000000000 + i, 1700000000000000 + i, $actor, 0
        FROM n
        """;

    private const string Balances = """
        INSERT INTO stock_balances (tenant_id, lot_id, location_id, presentation_id, scale, on_hand, reserved, updated_at)
        SELECT tenant_id, lot_id, location_id, max(presentation_id), 0, sum(change), 0, 0 FROM stock_movements
        WHERE lot_id LIKE '01930000-%' GROUP BY tenant_id, lot_id, location_id
        """;

    public static void Fill(BenchClinic clinic, int movements)
    {
        using var connection = clinic.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Insert;
        command.Parameters.AddWithValue("$count", movements);
        command.Parameters.AddWithValue("$tenant", clinic.Tenant.ToString());
        command.Parameters.AddWithValue("$store", clinic.Store.ToString());
        command.Parameters.AddWithValue("$actor", clinic.Pharmacist.ToString());
        command.ExecuteNonQuery();
        command.CommandText = Balances;
        command.Parameters.Clear();
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
