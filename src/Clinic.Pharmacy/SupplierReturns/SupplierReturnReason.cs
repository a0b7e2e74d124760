namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>Why goods go back.</summary>
public enum SupplierReturnReason
{
    /// <summary>Recalled by manufacturer or authority.</summary>
    Recall,

    /// <summary>Past or near the expiration date.</summary>
    Expired,

    /// <summary>Not what was ordered.</summary>
    WrongDelivery,

    /// <summary>Arrived damaged.</summary>
    Damaged,

    /// <summary>Something else; the note says what.</summary>
    Other,
}
