namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>Where a return to a supplier stands.</summary>
public enum SupplierReturnStatus
{
    /// <summary>Written down; nothing has left.</summary>
    Draft,

    /// <summary>May be shipped.</summary>
    Approved,

    /// <summary>Has left; the ledger says so.</summary>
    Shipped,

    /// <summary>The supplier's credit note is here.</summary>
    Credited,

    /// <summary>Given up before anything left.</summary>
    Cancelled,
}
