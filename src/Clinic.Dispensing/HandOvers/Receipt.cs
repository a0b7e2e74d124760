using Clinic.Abstractions;

namespace Clinic.Dispensing.HandOvers;

/// <summary>Who received and how it is proved, as checked for one hand-over.</summary>
/// <param name="Recipient">Who received.</param>
/// <param name="Proof">The recipient's proof, or null.</param>
/// <param name="Attestation">The attestation, or null.</param>
/// <param name="SecondPerson">The second person, or null.</param>
internal sealed record Receipt(PersonId Recipient, AuthenticationRecord? Proof, AttestationRecord? Attestation, AuthenticationRecord? SecondPerson)
{
    /// <summary>Everybody whose part it records.</summary>
    public PersonId?[] People => [Recipient, Attestation?.First.Person, Attestation?.Second.Person, SecondPerson?.Person];
}
