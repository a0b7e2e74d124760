namespace Clinic.Pharmacy.Sales.Shifts;

/// <summary>Whether a cashier's till is open.</summary>
public enum ShiftStatus
{
    /// <summary>Payments go into it.</summary>
    Open,

    /// <summary>Counted and signed off; nothing goes in any more.</summary>
    Closed,
}
