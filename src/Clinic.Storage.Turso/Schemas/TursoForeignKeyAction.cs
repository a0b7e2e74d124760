namespace Clinic.Storage.Turso;

/// <summary>What happens to rows that name a row which is changed or deleted.</summary>
public enum TursoForeignKeyAction
{
    /// <summary>Nothing by itself: the change fails at the end of the statement or transaction. The default.</summary>
    NoAction,

    /// <summary>The change fails at once.</summary>
    Restrict,

    /// <summary>Their columns become NULL.</summary>
    SetNull,

    /// <summary>Their columns take their defaults.</summary>
    SetDefault,

    /// <summary>They are changed or deleted too.</summary>
    Cascade,
}
