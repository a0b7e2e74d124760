namespace Clinic.Pharmacy.Rights;

/// <summary>What the pharmacy lets some roles do and others not.</summary>
public enum PharmacyAct
{
    /// <summary>Add and change medications and presentations.</summary>
    ManageCatalogue,

    /// <summary>Import the catalogue or opening balances.</summary>
    Import,

    /// <summary>Receive deliveries.</summary>
    Receive,

    /// <summary>Keep stock aside, and give it free.</summary>
    Reserve,

    /// <summary>Hand stock out.</summary>
    Issue,

    /// <summary>Take back what was handed out.</summary>
    Return,

    /// <summary>Send, move and receive stock between locations.</summary>
    Transfer,

    /// <summary>Discard stock.</summary>
    Waste,

    /// <summary>Correct stock with a reason.</summary>
    Adjust,

    /// <summary>Count stock.</summary>
    Count,

    /// <summary>Reverse a posting.</summary>
    Reverse,

    /// <summary>Hold, quarantine, recall or condemn a lot.</summary>
    BlockLot,

    /// <summary>Approve a lot again.</summary>
    ApproveLot,

    /// <summary>Sell to patients and take their money.</summary>
    Sell,

    /// <summary>Take a whole sale back, or part of its goods.</summary>
    CancelSale,

    /// <summary>Open a till, and count and close it.</summary>
    CloseShift,
    /// <summary>Publish and change price lists and tax groups.</summary>
    ManagePrices,

    /// <summary>Approve price lists that others prepared, and special prices.</summary>
    ApprovePrice,

    /// <summary>See what stock cost and what a price leaves over it.</summary>
    ReadCosts,

    /// <summary>Read the reports that show no costs.</summary>
    ReadReports,
    /// <summary>Review and approve counting sessions.</summary>
    ApproveCount,

    /// <summary>Tell recipients of a recall and note their answers.</summary>
    FollowRecall,

    /// <summary>Send goods back to a supplier.</summary>
    ReturnToSupplier,

    /// <summary>Read the register of controlled medicines.</summary>
    ReadRegister,

    /// <summary>Ask another department for stock, change and withdraw what was asked.</summary>
    Requisition,

    /// <summary>Approve, cut, refuse, send back and pause what another department asks.</summary>
    ApproveRequisition,

    /// <summary>Gather and send what was approved.</summary>
    FulfilRequisition,

    /// <summary>Count what another department sent.</summary>
    ReceiveRequisition,

    /// <summary>Give up what never arrived of a requisition.</summary>
    WriteOffRequisition,

    /// <summary>Set how much stock a location should have.</summary>
    SetStockLevel,
    /// <summary>Write the rules of what to warn of.</summary>
    ManageAlerts,

    /// <summary>Acknowledge, put off and close alerts.</summary>
    AnswerAlert,
}
