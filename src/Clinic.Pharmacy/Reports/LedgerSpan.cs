using NodaTime;

namespace Clinic.Pharmacy.Reports;

/// <summary>A part of the ledger by time and by place in its order; every part that is null takes all.</summary>
/// <param name="Until">Movements that occurred before this instant.</param>
/// <param name="From">Movements that occurred at or after this instant.</param>
/// <param name="After">Only movements behind this place.</param>
/// <param name="UpTo">Only movements up to this place, itself included.</param>
public sealed record LedgerSpan(Instant Until, Instant? From = null, LedgerPoint? After = null, LedgerPoint? UpTo = null);
