using NodaTime;

namespace Clinic.Dispensing.HandOvers;

/// <summary>That two people attested a hand-over because the recipient could not authenticate.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Second">The second, somebody else.</param>
/// <param name="Reason">Why the recipient could not.</param>
/// <param name="ConfirmBy">By when the recipient must confirm.</param>
/// <param name="Confirmed">The recipient's later confirmation, or null.</param>
public sealed record AttestationRecord(
    AuthenticationRecord First, AuthenticationRecord Second, string Reason, Instant ConfirmBy, AuthenticationRecord? Confirmed = null)
{
    /// <summary>The deadline only.</summary>
    public override string ToString() => $"by {ConfirmBy}";
}
