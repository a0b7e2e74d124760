namespace Clinic.Storage.Turso;

/// <summary>When a transaction takes the write lock.</summary>
internal enum HranaTransactionMode
{
    /// <summary>At its beginning; the right one for whoever will write.</summary>
    Immediate,

    /// <summary>At its first write, which fails when somebody else has committed since its first read.</summary>
    Deferred,
}
