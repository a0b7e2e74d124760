namespace Clinic.Abstractions.Conversations;

/// <summary>Who may look into the log of others; one's own is everybody's.</summary>
public static class ConversationRights
{
    /// <summary>See how many sentences were said and how they were understood, without a word of them.</summary>
    public static IReadOnlyList<Role> Counters { get; } = [Role.Auditor, Role.Administrator];

    /// <summary>Read the words of others, which may name patients; every look is in the audit.</summary>
    public static IReadOnlyList<Role> Readers { get; } = [Role.Auditor];
}
