using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using NodaTime;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>The content of the event <see cref="PharmacyEvents.CountDue"/>.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The number as printed.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Location">Where it lies.</param>
/// <param name="LastCounted">When it was counted last, or null.</param>
/// <param name="Due">When it should have been counted.</param>
public sealed record CountDueNotice(LotId Lot, LotNumber Number, PresentationId Presentation, LocationId Location, Instant? LastCounted, Instant Due);
