namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Whether prices hold the tax already.</summary>
public enum TaxMode
{
    /// <summary>Tax comes on top.</summary>
    Exclusive,

    /// <summary>Prices hold the tax; it is told apart.</summary>
    Inclusive,
}
