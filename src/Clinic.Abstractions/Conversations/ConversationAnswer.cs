namespace Clinic.Abstractions.Conversations;

/// <summary>What a command about the log did.</summary>
/// <param name="Version">The version of the consent after it; 0 where the person never decided.</param>
/// <param name="Entries">How many entries it kept or removed.</param>
public sealed record ConversationAnswer(long Version, long Entries);
