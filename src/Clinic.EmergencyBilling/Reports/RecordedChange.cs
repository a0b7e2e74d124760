using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>A change as stores give it: an entry of a stay's log with its account, or an entry of a tariff's history with the tariff.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Account">The stay, of corrections; else null.</param>
/// <param name="Event">The entry of its log.</param>
/// <param name="Tariff">The tariff, of changes of prices; else null.</param>
/// <param name="Change">The entry of its history.</param>
public sealed record RecordedChange(Instant At, StayAccount? Account, StayEventId? Event, Tariff? Tariff, TariffChange? Change)
{
    /// <summary>Whether an entry of a log changes times after the fact: corrections, time taken out, reopening.</summary>
    public static bool IsCorrection(StayEventKind kind) => kind is StayEventKind.TimeCorrected or StayEventKind.CarvedOut or StayEventKind.Reopened;
}
