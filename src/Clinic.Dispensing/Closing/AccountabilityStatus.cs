namespace Clinic.Dispensing.Closing;

/// <summary>Whether what was handed over is accounted for; apart from the dispense status.</summary>
public enum AccountabilityStatus
{
    /// <summary>Nothing was handed over yet.</summary>
    None,

    /// <summary>In use: doses, returns and waste are entered.</summary>
    Open,

    /// <summary>Use is finished or overdue; waits for the books to be closed.</summary>
    ToReconcile,

    /// <summary>Something does not agree and somebody looks into it.</summary>
    UnderReview,

    /// <summary>Used, returned and wasted are what was delivered.</summary>
    Closed,

    /// <summary>Closed with a difference that was accepted and booked.</summary>
    ClosedWithDifference,
}
