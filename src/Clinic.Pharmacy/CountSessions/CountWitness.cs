using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>The second person of a count and how they proved who they are; never the secret.</summary>
/// <param name="Person">The person.</param>
/// <param name="Kind">PIN or badge.</param>
/// <param name="Credential">The id of the credential.</param>
/// <param name="At">When.</param>
/// <param name="Device">At which station.</param>
public sealed record CountWitness(PersonId Person, CredentialKind Kind, Guid Credential, Instant At, string Device);
