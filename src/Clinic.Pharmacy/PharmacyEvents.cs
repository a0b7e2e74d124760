namespace Clinic.Pharmacy;

/// <summary>Permanent names of the events that the pharmacy publishes.</summary>
public static class PharmacyEvents
{
    /// <summary>A lot number was recalled; says which lots and how much was handed out.</summary>
    public const string LotRecalled = "pharmacy.lot-recalled";

    /// <summary>The status of a lot changed, other than by recall.</summary>
    public const string LotStatusChanged = "pharmacy.lot-status-changed";

    /// <summary>A reservation lost some or all of what it kept; says why.</summary>
    public const string ReservationReleased = "pharmacy.reservation-released";

    /// <summary>A count found more or less than the ledger said.</summary>
    public const string CountDiffers = "pharmacy.count-differs";

    /// <summary>Goods were lost between two locations.</summary>
    public const string TransferLost = "pharmacy.transfer-lost";

    /// <summary>Controlled stock was not counted in time; says which lots where, once per cause.</summary>
    public const string CountDue = "pharmacy.count-due";

    /// <summary>A scan raised alerts; says which, all of one scan together.</summary>
    public const string AlertRaised = "pharmacy.alert-raised";

    /// <summary>Nobody answered an alert in time; says which, and how often so far.</summary>
    public const string AlertEscalated = "pharmacy.alert-escalated";

    /// <summary>A recall campaign was opened; says how urgent and how many lots and recipients.</summary>
    public const string RecallOpened = "pharmacy.recall-opened";
    /// <summary>A requisition waits for the supplying department.</summary>
    public const string RequisitionSubmitted = "pharmacy.requisition-submitted";

    /// <summary>A requisition was granted in whole or in part.</summary>
    public const string RequisitionApproved = "pharmacy.requisition-approved";

    /// <summary>A requisition came back to be changed.</summary>
    public const string RequisitionReturned = "pharmacy.requisition-returned";

    /// <summary>A requisition was refused.</summary>
    public const string RequisitionRejected = "pharmacy.requisition-rejected";

    /// <summary>A delivery of a requisition is on its way.</summary>
    public const string RequisitionDispatched = "pharmacy.requisition-dispatched";

    /// <summary>A delivery of a requisition was counted.</summary>
    public const string RequisitionReceived = "pharmacy.requisition-received";

    /// <summary>Less of a delivery arrived than was sent.</summary>
    public const string RequisitionShort = "pharmacy.requisition-short";
    /// <summary>The receipt of a sale should be mailed to its buyer; holds only ids.</summary>
    public const string SaleReceiptRequested = "pharmacy.sale-receipt-requested";
}
