namespace Clinic.Storage.Turso;

/// <summary>A table, index, trigger or view with the text that made it.</summary>
internal sealed record SchemaObject(string Type, string Name, string Table, string Sql);
