namespace Clinic.Storage.Turso;

/// <summary>How closely the changes of a table are followed.</summary>
public enum ChangeDetail
{
    /// <summary>Not at all.</summary>
    Off,

    /// <summary>Which row was inserted, updated or deleted.</summary>
    Id,

    /// <summary>That, and the row as it is afterwards.</summary>
    After,

    /// <summary>That, and the row as it was before.</summary>
    Full,
}
