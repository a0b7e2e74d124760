using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>What a correction did to the times and to the bill of a stay.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Encounter">The visit.</param>
/// <param name="Event">The entry that changed it.</param>
/// <param name="Kind">Corrected, taken out, or reopened.</param>
/// <param name="Corrected">What the corrected entry says; null where nothing was corrected.</param>
/// <param name="Before">The time before; the close, of reopening; null where there was none.</param>
/// <param name="After">The time after.</param>
/// <param name="Gap">What the time since the close is, of reopening.</param>
/// <param name="Money">What the stay owed before and after; null where no bill was there before or after.</param>
public sealed record TimeChange(
    StayId Stay, EncounterId Encounter, StayEventId Event, StayEventKind Kind, StayEventKind? Corrected, ChangedTime? Before, ChangedTime After, GapMode? Gap, ChangedMoney? Money);
