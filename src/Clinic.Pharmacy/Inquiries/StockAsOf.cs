using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Inquiries;

/// <summary>Stock as it was.</summary>
/// <param name="At">The instant asked about.</param>
/// <param name="KnownAt">As known at this instant; null means with all that is known now.</param>
/// <param name="Lines">What lay where, never zero.</param>
/// <param name="Values">The exact sums at lot cost, one per currency.</param>
public sealed record StockAsOf(Instant At, Instant? KnownAt, IReadOnlyList<LotBalance> Lines, IReadOnlyList<Money> Values);
