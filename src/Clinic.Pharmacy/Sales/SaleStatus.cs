namespace Clinic.Pharmacy.Sales;

/// <summary>Where a sale stands.</summary>
public enum SaleStatus
{
    /// <summary>A basket: lines may change, nothing is paid and nothing has left.</summary>
    Draft,

    /// <summary>Paid and handed over; prices, lots and costs are frozen.</summary>
    Completed,

    /// <summary>Some of it came back.</summary>
    PartlyReturned,

    /// <summary>All of it came back.</summary>
    Returned,

    /// <summary>Given up as a basket, or taken back as a whole.</summary>
    Cancelled,
}
