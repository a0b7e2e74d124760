using System.Data.Common;
using Dapper;

namespace Clinic.Benchmarks.Surface;

/// <summary>The measured operations, written once against ADO.NET.</summary>
internal static class SurfaceWork
{
    public const string Table = "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c REAL, d TEXT, e TEXT); CREATE TABLE many (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c REAL, d TEXT, e TEXT)";

    private const int Kept = 20_000;
    private const int Many = 100_000;
    private const string InsertSql = "INSERT INTO t (a, b, c, d, e) VALUES (@A, @B, @C, @D, @E)";
    private const string InsertManySql = "INSERT INTO many (a, b, c, d, e) VALUES (@A, @B, @C, @D, @E)";
    private const string PointSql = "SELECT id, a, b, c, d, e FROM t WHERE id = @id";
    private const string RowsSql = "SELECT id, a, b, c, d, e FROM t LIMIT 10000";
    private const string Empty = "DELETE FROM many";

    public static void Fill(DbConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        using var command = Prepared(connection, transaction);
        for (var i = 0; i < Kept; i++) Run(command, i);
        transaction.Commit();
    }

    public static Action Insert(DbConnection connection)
    {
        var command = Prepared(connection, null);
        var i = 0;
        return () => Run(command, i++);
    }

    public static Action InsertMany(DbConnection connection) => () =>
    {
        using (var transaction = connection.BeginTransaction())
        {
            using var command = Prepared(connection, transaction, InsertManySql);
            for (var i = 0; i < Many; i++) Run(command, i);
            transaction.Commit();
        }

        connection.Execute(Empty);
    };

    public static Action Point(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = PointSql;
        var id = command.CreateParameter();
        id.ParameterName = "@id";
        command.Parameters.Add(id);
        var i = 0L;
        return () =>
        {
            id.Value = 1 + (i++ % Kept);
            using var reader = command.ExecuteReader();
            while (reader.Read()) _ = Read(reader);
        };
    }

    public static Action Rows(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = RowsSql;
        return () =>
        {
            using var reader = command.ExecuteReader();
            var sum = 0L;
            while (reader.Read()) sum += Read(reader);
        };
    }

    public static Action DapperInsert(DbConnection connection)
    {
        var i = 0;
        return () => connection.Execute(InsertSql, Values(i++));
    }

    public static Action DapperInsertMany(DbConnection connection)
    {
        var rows = Enumerable.Range(0, Many).Select(Values).ToArray();
        return () =>
        {
            using (var transaction = connection.BeginTransaction())
            {
                connection.Execute(InsertManySql, rows, transaction);
                transaction.Commit();
            }

            connection.Execute(Empty);
        };
    }

    public static Action DapperPoint(DbConnection connection)
    {
        var i = 0L;
        return () => connection.QuerySingle<SurfaceRow>(PointSql, new { id = 1 + (i++ % Kept) });
    }

    public static Action DapperRows(DbConnection connection) => () => connection.Query<SurfaceRow>(RowsSql).AsList();

    private static SurfaceRow Values(int i) => new() { A = "text of a row", B = i, C = 1.5, D = "2027-03-31", E = "more text" };

    private static long Read(DbDataReader reader) =>
        reader.GetInt64(0) + reader.GetString(1).Length + reader.GetInt64(2) + (long)reader.GetDouble(3) + reader.GetString(4).Length + reader.GetString(5).Length;

    private static void Run(DbCommand command, int i)
    {
        command.Parameters[0].Value = "text of a row";
        command.Parameters[1].Value = (long)i;
        command.Parameters[2].Value = 1.5;
        command.Parameters[3].Value = "2027-03-31";
        command.Parameters[4].Value = "more text";
        command.ExecuteNonQuery();
    }

    private static DbCommand Prepared(DbConnection connection, DbTransaction? transaction, string sql = InsertSql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var name in new[] { "@A", "@B", "@C", "@D", "@E" })
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
