namespace Clinic.Storage.Turso;

/// <summary>A table as whoever moves it needs it: all columns, and those by which its rows have one order.</summary>
/// <param name="Name">The table.</param>
/// <param name="Sql">The text that made it.</param>
/// <param name="Columns">All columns in their order.</param>
/// <param name="Key">The primary key, or <c>rowid</c> where there is none.</param>
/// <param name="HasBlobs">Whether rows may be large.</param>
/// <param name="Names">The tables that its foreign keys name.</param>
internal sealed record TableShape(
    string Name, string Sql, IReadOnlyList<string> Columns, IReadOnlyList<string> Key, bool HasBlobs, IReadOnlyList<string> Names)
{
    /// <summary>The columns to read and to write; the row id too where nothing else orders the rows.</summary>
    public IReadOnlyList<string> Carried => Key is ["rowid"] && !Columns.Contains("rowid") ? ["rowid", .. Columns] : Columns;

    /// <summary>Where the key columns stand among the carried ones.</summary>
    public IReadOnlyList<int> KeyPlaces => [.. Key.Select(k => Carried.ToList().IndexOf(k))];

    /// <summary>A name as SQL quotes it.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
