using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.HandOvers;

/// <summary>That a person proved who they are: method, credential, instant and device, never the secret.</summary>
/// <param name="Person">The person.</param>
/// <param name="Kind">How they proved it.</param>
/// <param name="Credential">The id of the credential.</param>
/// <param name="At">When.</param>
/// <param name="Device">At which device.</param>
public sealed record AuthenticationRecord(PersonId Person, CredentialKind Kind, Guid Credential, Instant At, string Device);
