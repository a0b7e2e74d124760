using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>When it was said.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="At">When the event was published.</param>
public sealed record CountDueRaised(LotId Lot, Instant At);
