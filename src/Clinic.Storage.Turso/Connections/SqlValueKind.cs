namespace Clinic.Storage.Turso;

/// <summary>How a value is bound.</summary>
internal enum SqlValueKind
{
    Null,
    Integer,
    Real,
    Text,
    Uuid,
    Blob,
}
