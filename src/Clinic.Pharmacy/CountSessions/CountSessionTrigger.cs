namespace Clinic.Pharmacy.CountSessions;

/// <summary>What may happen to a counting session.</summary>
public enum CountSessionTrigger
{
    /// <summary>The list is frozen and counting begins.</summary>
    Start,

    /// <summary>Some lines must be counted again.</summary>
    AskRecount,

    /// <summary>Everything is counted and goes to the reviewer.</summary>
    Review,

    /// <summary>The reviewer accepts; the ledger takes the counts.</summary>
    Approve,

    /// <summary>The session is given up.</summary>
    Cancel,
}
