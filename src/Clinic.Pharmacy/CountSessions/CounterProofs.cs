using Clinic.Abstractions;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>Checks the proof of one command once, however often its body runs, so that a lost race costs no attempt.</summary>
internal sealed class CounterProofs(ICredentialVerifier verifier)
{
    private CredentialResult? result;

    /// <summary>The record of an accepted proof; null with the reason collected.</summary>
    public async Task<CountWitness?> CheckAsync(CommandContext x, CounterProof proof, string device, Failures failures, CancellationToken ct)
    {
        var before = failures.All.Count;
        failures.Require(proof.Kind is CredentialKind.Pin or CredentialKind.Badge, PharmacyRules.FieldInvalid, ("field", "second.kind"), ("found", proof.Kind), ("allowed", "pin, badge"));
        failures.Require(proof.Person is not null || proof.Kind == CredentialKind.Badge, PharmacyRules.FieldInvalid, ("field", "second.person"), ("found", "nothing"), ("allowed", "the id of a person; only a badge names its owner"));
        failures.Text("device", device, 100);
        if (failures.All.Count > before) return null;
        result ??= proof.Person is { } person
            ? await verifier.VerifyAsync(x.Tenant, person, proof.Kind, proof.Secret, device, ct).ConfigureAwait(false)
            : await verifier.IdentifyAsync(x.Tenant, proof.Secret, device, ct).ConfigureAwait(false);
        switch (result)
        {
            case CredentialResult.Accepted a:
                return new(a.Person, a.Kind, a.CredentialId, a.At.TruncateToMicroseconds(), a.Device);
            case CredentialResult.Locked locked:
                failures.Add(PharmacyRules.CountProofLocked, ("until", locked.Until));
                return null;
            default:
                failures.Add(PharmacyRules.CountProofRefused, ("kind", proof.Kind == CredentialKind.Pin ? "PIN" : "badge"));
                return null;
        }
    }
}
