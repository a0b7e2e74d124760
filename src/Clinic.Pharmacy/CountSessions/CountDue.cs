using Clinic.Abstractions;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Lots;
using NodaTime;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>A lot at a location and when it must be counted next; says no quantity.</summary>
/// <param name="Location">The location.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The number as printed.</param>
/// <param name="IsControlled">Whether it is controlled.</param>
/// <param name="Class">The value class at this location.</param>
/// <param name="LastCount">The last count, or null.</param>
/// <param name="LastCounted">When it was counted last, or null.</param>
/// <param name="Due">When it must be counted: the last count, or the receipt, and the interval of its class.</param>
/// <param name="IsOverdue">Whether that time has passed.</param>
public sealed record CountDue(
    LocationId Location, PresentationId Presentation, LotId Lot, LotNumber Number, bool IsControlled, ValueClass Class, CountId? LastCount,
    Instant? LastCounted, Instant Due, bool IsOverdue);
