namespace Clinic.Abstractions.Administration;

/// <summary>The credential that is now stored; never the secret.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="Kind">Password, PIN or badge.</param>
/// <param name="Credential">The id that records name instead of the secret.</param>
public sealed record CredentialAnswer(PersonId Person, CredentialKind Kind, Guid Credential);
