using NodaTime;

namespace Clinic.Pharmacy.Stock;

/// <summary>Stock as it was at an instant, optionally as it was known at another.</summary>
/// <param name="Stock">Which stock.</param>
/// <param name="At">Movements that occurred at or before this instant count.</param>
/// <param name="KnownAt">Only movements recorded at or before this instant count; null takes all.</param>
public sealed record AsOfQuery(StockQuery Stock, Instant At, Instant? KnownAt = null);
