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

    /// <summary>Publish and change price lists and tax groups.</summary>
    ManagePrices,

    /// <summary>Approve price lists that others prepared, and special prices.</summary>
    ApprovePrice,

    /// <summary>See what stock cost and what a price leaves over it.</summary>
    ReadCosts,
    /// <summary>Review and approve counting sessions.</summary>
    ApproveCount,

    /// <summary>Tell recipients of a recall and note their answers.</summary>
    FollowRecall,

    /// <summary>Send goods back to a supplier.</summary>
    ReturnToSupplier,

    /// <summary>Read the register of controlled medicines.</summary>
    ReadRegister,

    /// <summary>Write the rules of what to warn of.</summary>
    ManageAlerts,

    /// <summary>Acknowledge, put off and close alerts.</summary>
    AnswerAlert,
}
