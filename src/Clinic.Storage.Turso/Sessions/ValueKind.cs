namespace Clinic.Storage.Turso;

/// <summary>How the database holds a value; the numbers are those of SQLite.</summary>
internal enum ValueKind
{
    Integer = 1,
    Real = 2,
    Text = 3,
    Blob = 4,
    Null = 5,
}
