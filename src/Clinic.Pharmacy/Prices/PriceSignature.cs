using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>Who changed a price, when and why.</summary>
/// <param name="Author">Who prepared the change.</param>
/// <param name="Approver">Who approved it; null when nobody needed to.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="At">When.</param>
public sealed record PriceSignature(PersonId Author, PersonId? Approver, string Reason, Instant At);
