using Clinic.Abstractions;

namespace Clinic.Dispensing.HandOvers;

/// <summary>Two people attest who received, because the recipient cannot authenticate now.</summary>
/// <param name="Recipient">Who received; must confirm later.</param>
/// <param name="First">The first who attests.</param>
/// <param name="Second">The second, somebody else; neither is recipient or deliverer.</param>
/// <param name="Reason">Why the recipient cannot; 1 to 200 characters.</param>
public sealed record Attestation(PersonId Recipient, PersonProof First, PersonProof Second, string Reason);
