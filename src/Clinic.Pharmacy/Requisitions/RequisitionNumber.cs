using System.Globalization;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>The number for people: counted per site and year without gaps, given at the first submission.</summary>
/// <param name="Year">The year at the site.</param>
/// <param name="Sequence">From 1.</param>
public sealed record RequisitionNumber(int Year, int Sequence)
{
    /// <summary>Text such as <c>2026-000042</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Sequence:D6}");
}
