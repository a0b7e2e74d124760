namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>What a cap limits.</summary>
public enum CapStage
{
    /// <summary>Charges alone; surcharges come on top in full.</summary>
    BeforeSurcharges,

    /// <summary>Charges and surcharges together.</summary>
    AfterSurcharges,
}
