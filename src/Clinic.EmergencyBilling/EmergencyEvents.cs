namespace Clinic.EmergencyBilling;

/// <summary>The permanent types of the events that leave through the outbox; contents hold ids, words and codes only.</summary>
public static class EmergencyEvents
{
    /// <summary>A version of a tariff was put in force.</summary>
    public const string TariffPublished = "emergency.tariff-published";
}
