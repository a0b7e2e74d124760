namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>One dimension of a tariff key.</summary>
public enum TariffDimension
{
    /// <summary>Who pays.</summary>
    Payer,

    /// <summary>The service line.</summary>
    ServiceLine,

    /// <summary>The acuity of triage.</summary>
    Acuity,
}
