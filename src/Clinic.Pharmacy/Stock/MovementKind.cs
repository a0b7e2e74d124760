namespace Clinic.Pharmacy.Stock;

/// <summary>Why stock moved.</summary>
public enum MovementKind
{
    /// <summary>Stock that was there when the books were opened.</summary>
    OpeningBalance,

    /// <summary>A supplier's delivery.</summary>
    Receipt,

    /// <summary>Handed out to a department or patient.</summary>
    Issue,

    /// <summary>Came back from what was issued.</summary>
    Return,

    /// <summary>From one location to another, through transit or at once.</summary>
    Transfer,

    /// <summary>Discarded: broken, expired, contaminated, lost.</summary>
    Waste,

    /// <summary>A signed correction with a reason.</summary>
    Adjustment,

    /// <summary>The difference that a physical count found.</summary>
    Count,

    /// <summary>Went back to the supplier.</summary>
    SupplierReturn,
}
