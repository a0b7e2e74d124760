using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Dispensations;

/// <summary>What is kept aside of one lot for a line, and whether a person confirmed it.</summary>
/// <param name="Reservation">The reservation of the pharmacy.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The manufacturer's number.</param>
/// <param name="Expiration">The last usable date, or null.</param>
/// <param name="Quantity">What is still kept aside, in base units.</param>
/// <param name="Confirmed">Who confirmed it, or null.</param>
/// <param name="IsScanned">Whether it was confirmed by a scan.</param>
public sealed record AllocatedPart(
    Guid Reservation, LotId Lot, string Number, LocalDate? Expiration, decimal Quantity, Signed? Confirmed = null, bool IsScanned = false);
