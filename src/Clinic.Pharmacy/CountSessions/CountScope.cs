using Clinic.Abstractions;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>What of a location is counted; every part that is null takes all.</summary>
/// <param name="Medication">Of one medication.</param>
/// <param name="ControlledOnly">Only controlled medicines.</param>
/// <param name="Class">Only presentations of one value class.</param>
/// <param name="NotCountedForDays">Only lots not counted for this many days, 1 to 3,650.</param>
public sealed record CountScope(MedicationId? Medication = null, bool ControlledOnly = false, ValueClass? Class = null, int? NotCountedForDays = null)
{
    /// <summary>Everything at the location.</summary>
    public static CountScope Everything { get; } = new();
}
