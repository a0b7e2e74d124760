using Clinic.Pharmacy.Medications;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>Adds a tax group, or a rate to one from a date on.</summary>
/// <param name="Code">The code that prices name, such as <c>IVA15</c>; 1 to 20 characters.</param>
/// <param name="Label">The name for people; 1 to 120 characters.</param>
/// <param name="From">The first date of the rate; today or later, any date for a new group.</param>
/// <param name="Percent">The rate, 0 to 100.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="IsExempt">Whether its goods are outside the tax; said when it is new and never changed.</param>
/// <param name="Version">The version that was read; 0 for a new group.</param>
public sealed record SetTaxGroup(string Code, string Label, LocalDate From, decimal Percent, string Reason, bool IsExempt = false, long Version = 0)
    : PharmacyCommand<CatalogueAnswer<TaxGroupId>>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.set-tax-group";
}
