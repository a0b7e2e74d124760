namespace Clinic.Storage.Turso;

/// <summary>What a request may leave behind, which decides what a lost answer means.</summary>
internal enum HranaEffect
{
    /// <summary>Nothing: it may be sent again.</summary>
    Read,

    /// <summary>Something inside a transaction that ends with its stream: lost together with the answer.</summary>
    Uncommitted,

    /// <summary>A commit: a lost answer leaves it unknown.</summary>
    Write,
}
