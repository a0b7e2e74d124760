using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.HandOvers;

/// <summary>One hand-over: who delivered, who received and how they proved it, and what.</summary>
/// <param name="Id">The id; dispensations handed over together share it.</param>
/// <param name="At">When.</param>
/// <param name="Deliverer">Who delivered.</param>
/// <param name="Recipient">Who received; never the deliverer.</param>
/// <param name="Receipt">The recipient's proof; null where two people attested.</param>
/// <param name="Attestation">The attestation of two people; null where the recipient proved it.</param>
/// <param name="SecondPerson">The second person that controlled drugs demand, or null.</param>
/// <param name="Attachment">The id of a photo or drawn signature, or null.</param>
/// <param name="Parts">What was handed over.</param>
public sealed record HandOverRecord(
    HandOverId Id, Instant At, PersonId Deliverer, PersonId Recipient, AuthenticationRecord? Receipt, AttestationRecord? Attestation,
    AuthenticationRecord? SecondPerson, AttachmentId? Attachment, IReadOnlyList<HandedOverPart> Parts);
