namespace Clinic.Pharmacy.Imports;

/// <summary>One row of a file: its number as a spreadsheet shows it, and its cells.</summary>
internal sealed record CsvRow(int Number, IReadOnlyList<string> Cells);
