namespace Clinic.Pharmacy.Imports;

/// <summary>What an import did.</summary>
/// <param name="Rows">Rows without the header.</param>
/// <param name="Added">Things that are new.</param>
/// <param name="Changed">Things that were stored with other content.</param>
/// <param name="Unchanged">Things that were stored as they are.</param>
public sealed record ImportAnswer(int Rows, int Added, int Changed, int Unchanged);
