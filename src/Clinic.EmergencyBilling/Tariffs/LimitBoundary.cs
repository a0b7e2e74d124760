namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Whether exactly the limit still belongs to what lies below it.</summary>
public enum LimitBoundary
{
    /// <summary>Up to and including the limit.</summary>
    Included,

    /// <summary>Strictly less than the limit.</summary>
    Excluded,
}
