namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>How often a flat price is charged.</summary>
public enum FlatPer
{
    /// <summary>Once per stay.</summary>
    Stay,

    /// <summary>Once per local date with billed time.</summary>
    LocalDay,
}
