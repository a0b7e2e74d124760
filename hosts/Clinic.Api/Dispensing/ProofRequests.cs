using Clinic.Abstractions;
using Clinic.Dispensing.HandOvers;

namespace Clinic.Api.Dispensing;

/// <summary>What a person types or scans to prove who they are.</summary>
/// <param name="Kind">PIN or badge.</param>
/// <param name="Secret">What was typed or scanned; never answered, kept or logged.</param>
/// <param name="Person">Who it is said to be; may be missing for a badge, which names its owner.</param>
public sealed record ProofRequest(CredentialKind Kind, string Secret, PersonId? Person = null)
{
    internal PersonProof ToProof() => new(Person, Kind, new Secret(Secret));

    /// <summary>The kind only.</summary>
    public override string ToString() => Kind.ToString();
}

/// <summary>Two people attest who received, because the recipient cannot prove it now.</summary>
/// <param name="Recipient">Who received; must confirm later.</param>
/// <param name="First">The first who attests.</param>
/// <param name="Second">The second, somebody else.</param>
/// <param name="Reason">Why the recipient cannot; 1 to 200 characters.</param>
public sealed record AttestationRequest(PersonId Recipient, ProofRequest First, ProofRequest Second, string Reason)
{
    internal Attestation ToAttestation() => new(Recipient, First.ToProof(), Second.ToProof(), Reason);
}

/// <summary>A photo, drawn signature or paper.</summary>
/// <param name="Kind">What it shows.</param>
/// <param name="MediaType">PNG, JPEG, WebP or PDF; proved by the content.</param>
/// <param name="Content">The bytes in base64.</param>
public sealed record AttachmentRequest(AttachmentKind Kind, string MediaType, byte[] Content)
{
    internal AttachmentContent ToContent() => new(Kind, MediaType, Content);

    /// <summary>The kind only.</summary>
    public override string ToString() => Kind.ToString();
}
