namespace Clinic.Storage.Turso;

/// <summary>A column or expression of an index.</summary>
/// <param name="Name">The column; null for an expression, or the row id.</param>
/// <param name="Place">The place from 0.</param>
/// <param name="IsDescending">Whether it is ordered from large to small.</param>
/// <param name="Collation">How texts are compared, such as BINARY or NOCASE.</param>
public sealed record TursoIndexColumn(string? Name, int Place, bool IsDescending, string Collation);
