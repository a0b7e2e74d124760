namespace Clinic.Abstractions.Conversations;

/// <summary>Whose commands a sentence was about.</summary>
public enum ConversationDomain
{
    /// <summary>Hand-overs, doses, returns and waste.</summary>
    Dispensing,

    /// <summary>The clock of a stay in emergency.</summary>
    Emergency,
}
