using Clinic.Storage.Turso;
using Dapper;
using NodaTime;

// The newer library of the system, where the first argument names it: before the first connection.
if (args is [var library]) TursoNative.Use(library);

var folder = Directory.CreateTempSubdirectory("clinic-consumer-");
var path = Path.Combine(folder.FullName, "ward.db");

await using var source = new TursoDataSource($"Data Source={path}");
await using var connection = await source.OpenConnectionAsync();

await using (var create = connection.CreateCommand())
{
    create.CommandText = """
        CREATE TABLE lots (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, units INTEGER NOT NULL, cost TEXT, expires TEXT, seen INTEGER);
        CREATE INDEX lots_by_expiry ON lots (expires);
        """;
    await create.ExecuteNonQueryAsync();
}

await using (var insert = connection.CreateCommand())
{
    insert.CommandText = "INSERT INTO lots (code, units, cost, expires, seen) VALUES (@code, @units, @cost, @expires, @seen) RETURNING id";
    insert.Parameters.AddWithValue("code", "A-1");
    insert.Parameters.AddWithValue("units", 30);
    insert.Parameters.AddWithValue("cost", 1.10m);
    insert.Parameters.AddWithValue("expires", new LocalDate(2027, 3, 31));
    insert.Parameters.AddWithValue("seen", Instant.FromUtc(2026, 1, 2, 3, 4));
    Console.WriteLine($"lot {await insert.ExecuteScalarAsync()}");
}

await using (var command = new TursoCommand("SELECT units, cost, expires, seen FROM lots; SELECT count(*) FROM lots", connection))
await using (var reader = await command.ExecuteReaderAsync())
{
    while (await reader.ReadAsync())
        Console.WriteLine($"{reader.GetInt32(0)} units at {reader.GetDecimal(1)}, until {reader.GetString(2)}, seen {reader.GetInstant(3)}");
    await reader.NextResultAsync();
    await reader.ReadAsync();
    Console.WriteLine($"{reader.GetInt64(0)} lot");
}

await using (var transaction = await connection.BeginTransactionAsync())
{
    await connection.ExecuteAsync("UPDATE lots SET units = units - @taken WHERE code = @code", new { taken = 10, code = "A-1" }, transaction);
    await transaction.SaveAsync("before the mistake");
    await connection.ExecuteAsync("DELETE FROM lots", transaction: transaction);
    await transaction.RollbackAsync("before the mistake");
    await transaction.CommitAsync();
}

await using (var batch = connection.CreateBatch())
{
    var first = batch.BatchCommands.Add("UPDATE lots SET units = units + @n");
    first.Parameters.AddWithValue("n", 5);
    batch.BatchCommands.Add("SELECT sum(units) FROM lots");
    Console.WriteLine($"{await batch.ExecuteScalarAsync()} units");
}

try
{
    await connection.ExecuteAsync("INSERT INTO lots (code, units) VALUES ('A-1', 1)");
}
catch (TursoException e) when (e.Kind == TursoErrorKind.Unique)
{
    Console.WriteLine("the code is taken");
}

try
{
    await using var endless = new TursoCommand("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", connection);
    endless.CommandTimeout = 1;
    await endless.ExecuteScalarAsync();
}
catch (TursoException e) when (e.Kind == TursoErrorKind.Timeout)
{
    Console.WriteLine("stopped after a second");
}

foreach (var table in await connection.ReadTablesAsync())
{
    Console.WriteLine($"{table.Name}: {string.Join(", ", table.Columns.Select(c => c.Name))}");
    foreach (var index in table.Indexes.Where(i => !i.IsConstraint)) Console.WriteLine($"  {index.Name} on {string.Join(", ", index.Columns.Select(c => c.Name))}");
}

await connection.CloseAsync();
source.Clear();
folder.Delete(recursive: true);
