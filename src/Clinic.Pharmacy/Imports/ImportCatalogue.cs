namespace Clinic.Pharmacy.Imports;

/// <summary>Adds and changes medications and presentations from a CSV file; all rows or none.</summary>
/// <param name="Csv">The file's text, with a header.</param>
public sealed record ImportCatalogue(string Csv) : PharmacyCommand<ImportAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.import-catalogue";
}
