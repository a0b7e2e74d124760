namespace Clinic.Storage.Turso;

/// <summary>When a commit counts as written.</summary>
public enum TursoSynchronous
{
    /// <summary>Every commit is forced to the disk; it survives a power cut.</summary>
    Full,

    /// <summary>Faster; a power cut may lose the last commits, never part of one.</summary>
    Normal,
}
