namespace Clinic.Pharmacy.Imports;

/// <summary>The columns of an opening-balance file: one row per lot and location.</summary>
public static class OpeningBalanceColumns
{
    /// <summary>Columns that must be there.</summary>
    public static IReadOnlyList<string> Required { get; } = ["presentation_code", "lot_number", "quantity", "unit_cost", "location"];

    /// <summary>Columns that may be missing.</summary>
    /// <remarks>The unit is the base unit unless said; the unit cost is per base unit, in the currency of the site; the location is a name or id.</remarks>
    public static IReadOnlyList<string> Optional { get; } = ["expiration", "unit", "supplier"];
}
