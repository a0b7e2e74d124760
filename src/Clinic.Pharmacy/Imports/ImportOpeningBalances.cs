using NodaTime;

namespace Clinic.Pharmacy.Imports;

/// <summary>Writes the stock that was there when the books were opened, from a CSV file; all rows or none.</summary>
/// <param name="Csv">The file's text, with a header.</param>
/// <param name="At">The instant of opening; null means now.</param>
public sealed record ImportOpeningBalances(string Csv, Instant? At = null) : PharmacyCommand<ImportAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.import-opening-balances";
}
