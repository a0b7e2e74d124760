namespace Clinic.Storage.Turso;

/// <summary>What can be read like a table.</summary>
public enum TursoTableKind
{
    /// <summary>A table with rows.</summary>
    Table,

    /// <summary>A stored SELECT.</summary>
    View,

    /// <summary>A table that a module computes, such as a full-text index.</summary>
    Virtual,
}
