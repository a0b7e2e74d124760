namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>What may happen to a return to a supplier.</summary>
public enum SupplierReturnTrigger
{
    /// <summary>It may be shipped.</summary>
    Approve,

    /// <summary>The goods leave.</summary>
    Ship,

    /// <summary>The credit note arrives.</summary>
    Credit,

    /// <summary>It is given up.</summary>
    Cancel,
}
