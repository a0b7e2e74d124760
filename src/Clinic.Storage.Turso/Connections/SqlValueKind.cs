namespace Clinic.Storage.Turso;

/// <summary>How a value is bound.</summary>
internal enum SqlValueKind
{
    Null,
    Integer,
    Text,
    Uuid,
    Blob,
}
