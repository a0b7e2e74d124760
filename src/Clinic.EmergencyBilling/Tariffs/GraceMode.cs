namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>What a grace period does.</summary>
public enum GraceMode
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>A total within the limit is free; a longer one is billed from its first second.</summary>
    WaiveIfWithin,

    /// <summary>The first seconds up to the limit are never billed.</summary>
    Deduct,
}
