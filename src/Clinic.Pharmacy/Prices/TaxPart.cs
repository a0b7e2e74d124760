using Clinic.Abstractions;

namespace Clinic.Pharmacy.Prices;

/// <summary>The tax of one group in a line.</summary>
/// <param name="Group">The code of the group.</param>
/// <param name="Percent">The rate of the date.</param>
/// <param name="IsExempt">Whether the goods are outside the tax.</param>
/// <param name="Base">The amount without tax.</param>
/// <param name="Amount">The tax.</param>
public sealed record TaxPart(string Group, decimal Percent, bool IsExempt, Money Base, Money Amount);
