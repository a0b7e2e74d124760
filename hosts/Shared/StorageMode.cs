namespace Clinic.Hosts;

/// <summary>Where a host keeps its data.</summary>
public enum StorageMode
{
    /// <summary>A SQLite file on this machine.</summary>
    Local,

    /// <summary>A libSQL server: Turso Cloud, or sqld of one's own.</summary>
    Remote,

    /// <summary>The memory of this process; for development and tests.</summary>
    Memory,
}
