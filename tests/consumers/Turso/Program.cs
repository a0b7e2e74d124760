using System.Reflection;
using Microsoft.Data.Sqlite;

// The native library is this app's own: the package brings none.
SQLitePCL.Batteries_V2.Init();
using var connection = new SqliteConnection("Data Source=:memory:");
connection.Open();
using var command = connection.CreateCommand();
command.CommandText = "CREATE TABLE t (id TEXT NOT NULL); INSERT INTO t VALUES ('a') RETURNING id";
Console.WriteLine($"SQLite answers {command.ExecuteScalar()}");
Console.WriteLine($"{Assembly.Load("Clinic.Storage.Turso").GetName().Name} is here");
