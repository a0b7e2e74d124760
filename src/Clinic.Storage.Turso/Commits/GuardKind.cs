namespace Clinic.Storage.Turso;

/// <summary>What must be true of a step.</summary>
internal enum GuardKind
{
    None,
    OneRow,
    Holds,
}
