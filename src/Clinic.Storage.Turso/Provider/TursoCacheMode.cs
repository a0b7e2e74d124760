namespace Clinic.Storage.Turso;

/// <summary>Whether connections of this process share one page cache, which named databases in memory need.</summary>
public enum TursoCacheMode
{
    /// <summary>As the native library was built; normally private.</summary>
    Default,

    /// <summary>Each connection has its own.</summary>
    Private,

    /// <summary>All connections to the same name share one.</summary>
    Shared,
}
