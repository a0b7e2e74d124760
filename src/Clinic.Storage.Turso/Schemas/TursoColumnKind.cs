namespace Clinic.Storage.Turso;

/// <summary>Where the value of a column comes from.</summary>
public enum TursoColumnKind
{
    /// <summary>It is stored.</summary>
    Plain,

    /// <summary>It is calculated at every read.</summary>
    GeneratedVirtual,

    /// <summary>It is calculated at every write, and stored.</summary>
    GeneratedStored,

    /// <summary>It belongs to a virtual table and is left out of <c>SELECT *</c>.</summary>
    Hidden,
}
