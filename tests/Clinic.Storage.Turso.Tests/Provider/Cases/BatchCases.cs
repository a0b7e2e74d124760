namespace Clinic.Storage.Turso.Tests.Provider;

public abstract class BatchCases : ProviderCases
{
    [Fact]
    public async Task Each_command_has_its_own_parameters_and_count()
    {
        await using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (a)");
        await using var batch = connection.CreateBatch();
        var insert = batch.BatchCommands.Add($"INSERT INTO {t} VALUES (@a), (@b)");
        insert.Parameters.AddWithValue("a", 1);
        insert.Parameters.AddWithValue("b", 2);
        var update = batch.BatchCommands.Add($"UPDATE {t} SET a = @a WHERE a = 1");
        update.Parameters.AddWithValue("a", 10);
        var read = batch.BatchCommands.Add($"SELECT sum(a) FROM {t}");

        Assert.Equal(3, await batch.ExecuteNonQueryAsync(Stop));
        Assert.Equal((2, 1, -1), (insert.RecordsAffected, update.RecordsAffected, read.RecordsAffected));
        Assert.Equal(24L, await batch.ExecuteScalarAsync(Stop));
        Assert.Throws<InvalidOperationException>(() => new TursoBatch().ExecuteNonQuery());
        Assert.Throws<InvalidOperationException>(() => new TursoBatch(connection).ExecuteNonQuery());
    }

    [Fact]
    public void Error_names_its_command()
    {
        using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (a UNIQUE)");
        using var batch = connection.CreateBatch();
        batch.BatchCommands.Add($"INSERT INTO {t} VALUES (1)");
        var wrong = batch.BatchCommands.Add($"INSERT INTO {t} VALUES (1)");
        batch.BatchCommands.Add($"INSERT INTO {t} VALUES (2)");

        var error = Assert.Throws<TursoException>(() => batch.ExecuteNonQuery());

        Assert.Same(wrong, error.BatchCommand);
        Assert.Equal(TursoErrorKind.Unique, error.Kind);
        Assert.Equal(1L, Scalar(connection, $"SELECT count(*) FROM {t}"));
    }

    [Fact]
    public void Runs_in_a_transaction()
    {
        using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (a)");
        using (var transaction = connection.BeginTransaction())
        {
            using var batch = new TursoBatch(connection);
            batch.BatchCommands.Add($"INSERT INTO {t} VALUES (1)");
            batch.BatchCommands.Add($"INSERT INTO {t} VALUES (2)");
            Assert.Throws<InvalidOperationException>(() => batch.ExecuteNonQuery());
            batch.Transaction = transaction;
            Assert.Equal(2, batch.ExecuteNonQuery());
        }

        Assert.Equal(0L, Scalar(connection, $"SELECT count(*) FROM {t}"));
    }
}
