namespace Clinic.Pharmacy.Stock;

/// <summary>Whether stock came to the location or left it.</summary>
public enum MovementDirection
{
    /// <summary>On hand grows.</summary>
    In,

    /// <summary>On hand shrinks.</summary>
    Out,
}
