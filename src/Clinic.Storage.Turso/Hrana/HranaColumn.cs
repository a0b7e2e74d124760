namespace Clinic.Storage.Turso;

/// <summary>A column of a result.</summary>
/// <param name="Name">As written or derived; several may be the same.</param>
/// <param name="DeclaredType">The type in CREATE TABLE; null for an expression.</param>
internal readonly record struct HranaColumn(string Name, string? DeclaredType);
