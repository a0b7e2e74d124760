namespace Clinic.Pharmacy.CountSessions;

/// <summary>Where a counting session stands.</summary>
public enum CountSessionStatus
{
    /// <summary>Planned; the list is not frozen yet.</summary>
    Draft,

    /// <summary>The list is frozen and people count.</summary>
    Counting,

    /// <summary>Differences are counted again by somebody else.</summary>
    Recounting,

    /// <summary>A reviewer sees expected and counted side by side.</summary>
    InReview,

    /// <summary>Every count is in the ledger.</summary>
    Approved,

    /// <summary>Given up; nothing was posted.</summary>
    Cancelled,
}
