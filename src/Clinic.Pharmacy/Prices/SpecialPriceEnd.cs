using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>That a special price ended before its time.</summary>
/// <param name="Last">The last date on which it held; before its first when it never did.</param>
/// <param name="By">Who ended it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
public sealed record SpecialPriceEnd(LocalDate Last, PersonId By, Instant At, string Reason);
