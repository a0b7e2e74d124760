namespace Clinic.Pharmacy.Prices;

/// <summary>The whole state of a <see cref="TaxGroup"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Code">The code that prices name, such as <c>IVA15</c>, unique per tenant; 1 to 20 characters.</param>
/// <param name="Name">The name for people; 1 to 120 characters.</param>
/// <param name="IsExempt">Whether its goods are outside the tax, which is not the same as a rate of zero.</param>
/// <param name="Rates">Every rate that was ever set, in the order of setting; the last that has begun holds.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record TaxGroupSnapshot(TaxGroupId Id, string Code, string Name, bool IsExempt, IReadOnlyList<TaxRate> Rates, long Version);
