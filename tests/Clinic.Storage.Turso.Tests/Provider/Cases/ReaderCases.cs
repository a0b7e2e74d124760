using System.Data;

namespace Clinic.Storage.Turso.Tests.Provider;

public abstract class ReaderCases : ProviderCases
{
    [Fact]
    public void Reads_rows_and_results_in_order()
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT 1 UNION SELECT 2; SELECT 'x' AS Id WHERE 0; SELECT 3, 4");
        using var reader = command.ExecuteReader();

        Assert.Equal(0, reader.Depth);
        Assert.False(reader.IsClosed);
        Assert.True(reader.HasRows);
        Assert.True(reader.Read());
        Assert.Equal(1, reader.GetInt32(0));
        Assert.True(reader.Read());
        Assert.False(reader.Read());
        Assert.False(reader.Read());
        Assert.True(reader.NextResult());
        Assert.False(reader.HasRows);
        Assert.Equal("Id", reader.GetName(0));
        Assert.False(reader.Read());
        Assert.True(reader.NextResult());
        Assert.Equal(2, reader.FieldCount);
        Assert.True(reader.Read());
        Assert.Equal(4L, reader[1]);
        Assert.False(reader.NextResult());
        Assert.False(reader.NextResult());
        reader.Close();
        Assert.True(reader.IsClosed);
    }

    [Fact]
    public void Outlives_its_command()
    {
        using var connection = Open();
        TursoDataReader reader;
        using (var command = Command(connection, "SELECT 'test'")) reader = command.ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal("test", reader.GetString(0));
        Assert.False(reader.Read());
        reader.Dispose();
    }

    [Theory]
    [InlineData(CommandBehavior.SingleRow)]
    [InlineData(CommandBehavior.SingleResult)]
    public void Single_row_and_single_result(CommandBehavior behavior)
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT 1 UNION SELECT 2; SELECT 3");
        using var reader = command.ExecuteReader(behavior);

        Assert.True(reader.Read());
        Assert.Equal(1L, reader.GetInt64(0));
        Assert.Equal(behavior == CommandBehavior.SingleResult, reader.Read());
        Assert.False(reader.NextResult());
        Assert.False(reader.Read());
    }

    [Fact]
    public void Schema_only_gives_columns_and_runs_nothing()
    {
        using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (a TEXT, b INTEGER)");
        Run(connection, $"INSERT INTO {t} VALUES ('x', 1)");

        using (var reader = Command(connection, $"SELECT a, b FROM {t}").ExecuteReader(CommandBehavior.SchemaOnly))
        {
            Assert.Equal(2, reader.FieldCount);
            Assert.Equal("b", reader.GetName(1));
            Assert.False(reader.Read());
        }

        using (Command(connection, $"DELETE FROM {t}").ExecuteReader(CommandBehavior.SchemaOnly))
        {
        }

        Assert.Equal(1L, Scalar(connection, $"SELECT count(*) FROM {t}"));
    }

    [Fact]
    public void Misuse_is_an_error()
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT NULL AS a");
        var reader = command.ExecuteReader();

        Assert.Throws<InvalidOperationException>(() => reader.GetValue(0));
        Assert.Throws<InvalidOperationException>(() => reader.IsDBNull(0));
        Assert.Throws<InvalidOperationException>(() => reader.GetStream(0));
        Assert.True(reader.Read());
        Assert.True(reader.IsDBNull(0));
        Assert.Throws<IndexOutOfRangeException>(() => reader.GetName(1));
        Assert.Throws<IndexOutOfRangeException>(() => reader.GetValue(1));
        Assert.Throws<IndexOutOfRangeException>(() => reader.GetFieldType(1));
        Assert.Throws<IndexOutOfRangeException>(() => reader.GetDataTypeName(-1));
        Assert.Throws<IndexOutOfRangeException>(() => reader.GetOrdinal("b"));
        Assert.Throws<IndexOutOfRangeException>(() => reader["b"]);
        Assert.Throws<ArgumentNullException>(() => reader.GetValues(null!));
        Assert.Throws<InvalidCastException>(() => reader.GetString(0));
        Assert.Throws<InvalidCastException>(() => reader.GetInt32(0));
        Assert.Throws<InvalidCastException>(() => reader.GetTextReader(0));
        Assert.Throws<InvalidCastException>(() => reader.GetFieldValue<Stream>(0));
        Assert.False(reader.Read());
        Assert.Throws<InvalidOperationException>(() => reader.GetFieldValue<DBNull>(0));
        reader.Dispose();
        Assert.Throws<InvalidOperationException>(() => reader.FieldCount);
        Assert.Throws<InvalidOperationException>(() => reader.Read());
        Assert.Throws<InvalidOperationException>(() => reader.NextResult());
        Assert.Throws<InvalidOperationException>(() => reader.GetName(0));
        Assert.Throws<InvalidOperationException>(() => reader.IsDBNull(0));
    }

    [Fact]
    public async Task Fields_can_be_cancelled()
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT 1");
        using var reader = command.ExecuteReader();
        reader.Read();

        foreach (var task in new Task[] { reader.GetFieldValueAsync<int>(0, Cancelled), reader.IsDBNullAsync(0, Cancelled), reader.ReadAsync(Cancelled), reader.NextResultAsync(Cancelled) })
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
            Assert.True(task.IsCanceled);
        }
    }

    [Fact]
    public void After_a_statement_without_columns_there_is_nothing_to_read()
    {
        using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (a)");
        using var reader = Command(connection, $"DELETE FROM {t}").ExecuteReader();

        Assert.Equal(0, reader.FieldCount);
        Assert.False(reader.HasRows);
        Assert.False(reader.Read());
        Assert.False(reader.NextResult());
        Assert.Null(reader.GetSchemaTable());
        Assert.Empty(reader.GetColumnSchema());
        Assert.Throws<InvalidOperationException>(() => reader.GetName(0));
        Assert.Throws<InvalidOperationException>(() => reader.GetValue(0));
        Assert.Throws<InvalidOperationException>(() => reader.GetValues(new object[1]));
        Assert.Throws<InvalidOperationException>(() => reader.GetBytes(0, 0, new byte[1], 0, 1));
        Assert.Throws<InvalidOperationException>(() => reader.GetFieldType(0));
        Assert.Throws<InvalidOperationException>(() => reader.GetDataTypeName(0));
        Assert.Equal(0, reader.RecordsAffected);
    }

    [Fact]
    public void Names_types_and_schema_of_columns()
    {
        using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (id INTEGER PRIMARY KEY, \"Größe\" VARCHAR(20) NOT NULL, 数量 REAL, raw BLOB)");
        Run(connection, $"INSERT INTO {t} VALUES (1, 'x', NULL, x'01')");
        using var reader = Command(connection, $"SELECT id, \"Größe\", 数量, raw, 1 + 1 AS id, 'a' FROM {t}").ExecuteReader();

        Check();
        while (reader.Read()) Assert.Equal(1, reader.GetOrdinal("GRÖSSE".Replace("ÖSSE", "öße", StringComparison.Ordinal)));
        Assert.Equal(6, reader.GetColumnSchema().Count);
        Assert.Equal(6, reader.GetSchemaTable()!.Rows.Count);

        void Check()
        {
            Assert.Equal(["id", "Größe", "数量", "raw", "id", "'a'"], Enumerable.Range(0, 6).Select(reader.GetName));
            Assert.Equal([typeof(long), typeof(string), typeof(double), typeof(byte[]), typeof(long), typeof(string)], Enumerable.Range(0, 6).Select(reader.GetFieldType));
            Assert.Equal(["INTEGER", "VARCHAR", "REAL", "BLOB", "INTEGER", "TEXT"], Enumerable.Range(0, 6).Select(reader.GetDataTypeName));
            Assert.Equal(0, reader.GetOrdinal("id"));
            Assert.Equal(0, reader.GetOrdinal("ID"));
            var columns = reader.GetColumnSchema();
            Assert.Equal([0, 1, 2, 3, 4, 5], columns.Select(c => c.ColumnOrdinal!.Value));
            Assert.Equal(typeof(long), columns[4].DataType);
            Assert.True(columns[4].IsExpression);
            if (IsRemote) return;
            Assert.Equal((t, "Größe", false), (columns[1].BaseTableName, columns[1].BaseColumnName, columns[1].AllowDBNull));
            Assert.True(columns[0].IsKey);
        }
    }

    [Fact]
    public void Several_readers_of_one_connection_stand_side_by_side()
    {
        using var connection = Open();
        using var outer = Command(connection, "SELECT 1 UNION SELECT 2").ExecuteReader();
        var seen = new List<long>();
        while (outer.Read())
        {
            using var inner = Command(connection, "SELECT 1 UNION SELECT 2").ExecuteReader();
            while (inner.Read()) seen.Add((outer.GetInt64(0) * 10) + inner.GetInt64(0));
        }

        Assert.Equal([11, 12, 21, 22], seen);
    }

    [Fact]
    public void Data_table_loads()
    {
        using var connection = Open();
        using var reader = Command(connection, "SELECT 1 AS a, 'x' AS b, NULL AS c UNION ALL SELECT 2, 'y', 'z'").ExecuteReader();
        var table = new DataTable();

        table.Load(reader);

        Assert.Equal(2, table.Rows.Count);
        Assert.Equal("z", table.Rows[1]["c"]);
    }

    [Fact]
    public async Task Many_rows_one_by_one()
    {
        using var connection = Open();
        await using var reader = await Command(connection, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT i, 'text ' || i FROM n")
            .ExecuteReaderAsync(CommandBehavior.SequentialAccess, Stop);
        var sum = 0L;

        while (await reader.ReadAsync(Stop))
        {
            sum += reader.GetInt64(0);
            Assert.Equal($"text {reader.GetInt64(0)}", reader.GetString(1));
        }

        Assert.Equal(20_000L * 20_001 / 2, sum);
    }

    [Fact]
    public void Parts_of_blobs_and_texts() => AtRow("SELECT x'01020304', 'abcd'", reader =>
    {
        var bytes = new byte[5];
        var chars = new char[5];
        Assert.Equal(4, reader.GetBytes(0, 0, null, 0, 0));
        Assert.Equal(4, reader.GetChars(1, 0, null, 0, 0));
        Assert.Equal(2, reader.GetBytes(0, 1, bytes, 2, 2));
        Assert.Equal(2, reader.GetChars(1, 1, chars, 2, 2));
        Assert.Equal([0, 0, 2, 3, 0], bytes);
        Assert.Equal("\0\0bc\0", new string(chars));
        Assert.Equal(0, reader.GetBytes(0, 6, bytes, 0, 4));
        Assert.Equal(0, reader.GetChars(1, 6, chars, 0, 4));
        Assert.Equal(0, reader.GetBytes(0, 0, bytes, 5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.GetBytes(0, -1, bytes, 0, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.GetChars(1, 0, chars, -1, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.GetBytes(0, 0, bytes, 6, 0));
        Assert.Throws<ArgumentException>(() => reader.GetChars(1, 0, chars, 3, 3));
        Assert.Equal("abcd", reader.GetTextReader(1).ReadToEnd());
        Assert.Equal(1, reader.GetStream(0).ReadByte());
        Assert.Equal("abcd", reader.GetFieldValue<TextReader>(1).ReadToEnd());
    });

    [Fact]
    public void Values_of_a_row() => AtRow("SELECT 'a', NULL", reader =>
    {
        var wide = new object?[3];
        Assert.Equal(2, reader.GetValues(wide!));
        Assert.Equal(["a", DBNull.Value, null], wide);
        Assert.Equal(0, reader.GetValues([]));
        Assert.NotNull(AsBase(reader).GetEnumerator());
        Assert.Throws<InvalidCastException>(() => reader.GetFieldValue<DBNull>(0));
        Assert.Null(reader.GetFieldValue<long?>(1));
    });
}
