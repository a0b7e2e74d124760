namespace Clinic.EmergencyBilling.Statements;

/// <summary>On whose invoice the charges of other domains stand.</summary>
public enum OtherChargesGoTo
{
    /// <summary>On the patient's.</summary>
    Patient,

    /// <summary>On the payer's where the stay has one, else on the patient's.</summary>
    Payer,
}
