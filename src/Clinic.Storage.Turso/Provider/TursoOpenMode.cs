namespace Clinic.Storage.Turso;

/// <summary>How a local database is opened; the words are those of Microsoft.Data.Sqlite.</summary>
public enum TursoOpenMode
{
    /// <summary>To read and write; the file is made if there is none.</summary>
    ReadWriteCreate,

    /// <summary>To read and write; a missing file is an error.</summary>
    ReadWrite,

    /// <summary>To read only; a missing file is an error.</summary>
    ReadOnly,

    /// <summary>In memory; the Data Source is its name for sharing.</summary>
    Memory,
}
