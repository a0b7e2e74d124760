namespace Clinic.Storage.Turso;

/// <summary>What a table holds: how many rows, and a hash of all of them in the order of their key.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Sha256">The hash in lower-case hex; equal for equal contents, whatever engine keeps them.</param>
public sealed record TableFigures(string Table, long Rows, string Sha256);
