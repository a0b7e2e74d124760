using NodaTime;

namespace Clinic.Abstractions.Conversations;

/// <summary>Whether a person lets the clinic keep what they say to it, since when.</summary>
/// <param name="Person">Who decides, for themselves only.</param>
/// <param name="IsGiven">Given, or withdrawn.</param>
/// <param name="Since">When they decided so.</param>
/// <param name="Version">1 upwards; each decision is another version, and none is ever changed.</param>
public sealed record ConversationConsent(PersonId Person, bool IsGiven, Instant Since, long Version)
{
    /// <summary>The person's decisions as a fact that a commit may rely on.</summary>
    public static FactKey Fact(PersonId person) => new("core.conversation-consent", person.Value);
}
