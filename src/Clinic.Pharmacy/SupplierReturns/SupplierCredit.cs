using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>The supplier's credit note.</summary>
/// <param name="Number">Its number; 1 to 60 characters.</param>
/// <param name="Amount">What is credited.</param>
/// <param name="Difference">Credited less the exact cost of the goods.</param>
/// <param name="By">Who noted it.</param>
/// <param name="At">When.</param>
public sealed record SupplierCredit(string Number, Money Amount, Money Difference, PersonId By, Instant At);
