namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>On which clock the windows of a rolling cap run.</summary>
public enum CapBasis
{
    /// <summary>Real time since the start.</summary>
    Presence,

    /// <summary>Billed time only.</summary>
    Billable,
}
