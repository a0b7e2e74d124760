using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>The rate of a tax group from a date on, with who set it and why.</summary>
/// <param name="From">The first date.</param>
/// <param name="Percent">0 to 100, with at most four decimals.</param>
/// <param name="SetBy">Who set it.</param>
/// <param name="At">When it was set.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
public sealed record TaxRate(LocalDate From, decimal Percent, PersonId SetBy, Instant At, string Reason);
