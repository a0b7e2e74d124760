using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Register;

/// <summary>Which part of the register is asked for; every part that is null takes all.</summary>
/// <param name="From">The period begins here, this instant included.</param>
/// <param name="Until">The period ends before this instant; at most 366 days later.</param>
/// <param name="Location">At one location.</param>
/// <param name="Presentation">Of one presentation.</param>
/// <param name="Lot">Of one lot.</param>
/// <param name="UnwitnessedOnly">Only lines that were handed out by one person alone.</param>
public sealed record RegisterQuery(
    Instant From, Instant Until, LocationId? Location = null, PresentationId? Presentation = null, LotId? Lot = null, bool UnwitnessedOnly = false);
