using System.Globalization;
using Clinic.Benchmarks.Storage;

namespace Clinic.Benchmarks.Reports;

/// <summary>Fills a clinic with a year of 10,000 lots: receipts, issues, three sale lines in ten movements, returns, waste, corrections.</summary>
internal static class ClosingHistory
{
    public const int Lots = 10_000;

    private const string Number = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < $count - 1)";

    private static readonly string[] Statements =
    [
        $"""
        {Number}
        INSERT INTO presentations (tenant_id, id, medication_id, code, name, base_unit, scale, requires_expiry, search_text, is_retired, version, created_at, updated_at)
        SELECT $tenant, printf('01920000-0000-7000-8000-%012x', i), printf('01940000-0000-7000-8000-%012x', i), printf('P%04d', i), printf('Producto %d', i), '1', 0, 0,
            'x', 0, 1, 0, 0 FROM n WHERE i < 500
        """,
        $"""
        {Number}
        INSERT INTO lots (tenant_id, id, presentation_id, site_id, number, unit_cost, currency, scale, received, status, version, created_at, updated_at)
        SELECT $tenant, printf('01930000-0000-7000-8000-%012x', i), printf('01920000-0000-7000-8000-%012x', i % 500), $site, printf('L%d', i), 100000000 + i * 1234567, 'USD',
            0, 1735707600000000, 'approved', 1, 0, 0 FROM n WHERE i < {Lots}
        """,
        $"""
        {Number}
        INSERT INTO stock_movements (tenant_id, id, posting_id, line, kind, direction, presentation_id, lot_id, location_id, quantity, change, scale, unit_cost,
            currency, occurred, recorded, actor_id, has_target)
        SELECT $tenant, printf('01900000-%04x-7000-8000-%012x', i / 65536, i), printf('01910000-%04x-7000-8000-%012x', i / 65536, i), 1,
            CASE WHEN i < {Lots} THEN 'receipt' WHEN i % 10 < 7 THEN 'issue' WHEN i % 10 = 7 THEN 'return' WHEN i % 10 = 8 THEN 'waste' ELSE 'adjustment' END,
            CASE WHEN i < {Lots} OR i % 10 IN (7, 9) THEN 'in' ELSE 'out' END,
            printf('01920000-0000-7000-8000-%012x', l % 500), printf('01930000-0000-7000-8000-%012x', l), $store, q,
            CASE WHEN i < {Lots} OR i % 10 IN (7, 9) THEN q ELSE -q END, 0, 100000000 + l * 1234567,
            'USD', 1735707600000000 + i * step, 1735707600000000 + i * step, $actor, 0
        FROM (SELECT i, (i * 7919) % {Lots} AS l, CASE WHEN i < {Lots} THEN 1000000 ELSE 1 + i % 5 END AS q, 31536000000000 / $count AS step FROM n)
        """,
        """
        INSERT INTO stock_balances (tenant_id, lot_id, location_id, presentation_id, scale, on_hand, reserved, updated_at)
        SELECT tenant_id, lot_id, location_id, max(presentation_id), 0, sum(change), 0, 0 FROM stock_movements WHERE lot_id LIKE '01930000-%' GROUP BY tenant_id, lot_id, location_id
        """,
        """
        INSERT INTO sales (tenant_id, id, site_id, location_id, cashier_id, segment, currency, buyer, begun, status, line_count, last_line, net, discount, tax, rounding,
            credited, completed, version, created_at, updated_at)
        SELECT tenant_id, '0195' || substr(id, 5), $site, $store, $actor, CASE sequence % 3 WHEN 0 THEN 'staff' ELSE 'patient' END, 'USD', '{}', occurred, 'completed', 3, 3,
            '9.75', '0', '0', '0', '0', occurred, 1, 0, 0
        FROM stock_movements WHERE kind = 'issue' AND quantity = 1 AND lot_id LIKE '01930000-%'
        """,
        """
        INSERT INTO sale_lines (tenant_id, sale_id, number, presentation_id, code, description, quantity, unit, scale, steps, controlled, net, tax, price, posting_id, lots)
        SELECT m.tenant_id, '0195' || substr(m.id, 5), k.n, o.presentation_id, 'P', 'P', '1', '1', 0, 1, 'none', '3.25', '0', '{}', o.posting_id, '[]'
        FROM stock_movements m CROSS JOIN (SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2) k
        JOIN stock_movements o ON o.sequence = m.sequence + k.n AND o.kind = 'issue'
        WHERE m.kind = 'issue' AND m.quantity = 1 AND m.lot_id LIKE '01930000-%'
        """,
    ];

    public static void Fill(BenchClinic clinic, int movements)
    {
        using var connection = clinic.Open();
        using var transaction = connection.BeginTransaction();
        foreach (var statement in Statements)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = statement;
            foreach (var (name, value) in new (string, object)[]
            {
                ("$count", movements), ("$tenant", clinic.Tenant.ToString()), ("$store", clinic.Store.ToString()), ("$site", clinic.Site.ToString()),
                ("$actor", clinic.Pharmacist.Person.ToString()),
            })
            {
                if (statement.Contains(name, StringComparison.Ordinal)) command.Parameters.AddWithValue(name, value);
            }

            command.ExecuteNonQuery();
        }

        transaction.Commit();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"closing report: {movements} movements over {Lots} lots"));
    }
}
