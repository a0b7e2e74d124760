namespace Clinic.Storage.Turso;

/// <summary>How a local file keeps commits safe.</summary>
public enum TursoJournalMode
{
    /// <summary>A write-ahead log: readers and the writer do not wait for each other.</summary>
    Wal,

    /// <summary>As the file has it; nothing is changed.</summary>
    Keep,
}
