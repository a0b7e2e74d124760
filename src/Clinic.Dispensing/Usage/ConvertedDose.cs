using Clinic.Abstractions;

namespace Clinic.Dispensing.Usage;

/// <summary>A dose as it was entered and as it counts.</summary>
/// <param name="Entered">As it was entered.</param>
/// <param name="Amount">In the account unit of the product; exact.</param>
public sealed record ConvertedDose(Quantity Entered, decimal Amount);
