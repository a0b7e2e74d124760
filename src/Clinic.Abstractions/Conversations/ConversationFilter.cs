using NodaTime;

namespace Clinic.Abstractions.Conversations;

/// <summary>Whose entries of which time are wanted.</summary>
/// <param name="Person">The speaker; null takes everybody's.</param>
/// <param name="From">Not before this; null takes the oldest too.</param>
/// <param name="Until">Before this; null takes the newest too.</param>
public sealed record ConversationFilter(PersonId? Person = null, Instant? From = null, Instant? Until = null);
