using Clinic.Api.Binding;
using Clinic.Dispensing.HandOvers;

namespace Clinic.Api.Dispensing;

/// <summary>Hands one or several dispensations over to one recipient, who proves once who they are.</summary>
/// <param name="Items">The dispensations, of one target and pharmacy, each once.</param>
/// <param name="Recipient">The recipient's proof; missing where two people attest.</param>
/// <param name="Attestation">The attestation of two people; missing where the recipient proves it.</param>
/// <param name="SecondPerson">The second person's proof, where the class of medicine demands one.</param>
/// <param name="Signature">A drawn signature or a photo, kept sealed with its hash.</param>
/// <param name="Device">The station; missing means the caller's address.</param>
public sealed record HandOverRequest(
    IReadOnlyList<HandOverItem> Items, ProofRequest? Recipient = null, AttestationRequest? Attestation = null, ProofRequest? SecondPerson = null,
    AttachmentRequest? Signature = null, string? Device = null) : ICarriesAttachment
{
    internal HandOver ToCommand(string device) => new()
    {
        Items = Items,
        Recipient = Recipient?.ToProof(),
        Attestation = Attestation?.ToAttestation(),
        SecondPerson = SecondPerson?.ToProof(),
        Signature = Signature?.ToContent(),
        Device = device,
    };

    /// <summary>The number of dispensations only.</summary>
    public override string ToString() => $"{Items.Count} dispensations";
}

/// <summary>The recipient confirms what two people attested.</summary>
/// <param name="Recipient">The recipient's proof.</param>
/// <param name="Device">The station; missing means the caller's address.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record ConfirmReceiptRequest(ProofRequest Recipient, string? Device = null, long? Version = null);
