using Microsoft.Data.Sqlite;

namespace Clinic.Benchmarks.Dispensing;

/// <summary>What hand-overs left behind in a database; equal for two that did the same.</summary>
public static class HandOverOutcome
{
    private const string Select = """
        SELECT json_array(
            (SELECT json_group_array(json_array(status, n)) FROM (SELECT status, count(*) n FROM dispensations GROUP BY status ORDER BY status)),
            (SELECT json_array(sum(on_hand), sum(reserved)) FROM stock_balances),
            (SELECT json_array(count(*), sum(change)) FROM stock_movements),
            (SELECT json_array(count(*), sum(delivered)) FROM lot_accounts),
            (SELECT count(*) FROM hand_overs), (SELECT count(*) FROM commands), (SELECT count(*) FROM audit_log), (SELECT count(*) FROM outbox))
        """;

    public static string Of(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Select;
        return (string)command.ExecuteScalar()!;
    }
}
