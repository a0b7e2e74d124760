namespace Clinic.Storage.Turso;

/// <summary>How far work on a database has come.</summary>
/// <param name="Step">What is being done, such as <c>copy</c>, <c>verify</c> or <c>pages</c>.</param>
/// <param name="Table">The table; empty where the whole file is meant.</param>
/// <param name="Done">Rows or pages done so far.</param>
public sealed record TableProgress(string Step, string Table, long Done);
