using Clinic.Abstractions;

namespace Clinic.Dispensing.HandOvers;

/// <summary>Checks each proof of one command once, however often its body runs, so that a lost race costs no attempt.</summary>
internal sealed class Proofs(ICredentialVerifier verifier)
{
    private readonly Dictionary<string, CredentialResult> results = new(StringComparer.Ordinal);

    /// <summary>The record of an accepted proof; null with the reason collected.</summary>
    public async Task<AuthenticationRecord?> CheckAsync(
        CommandContext x, string part, PersonProof proof, string device, Failures failures, CancellationToken ct)
    {
        if (proof.Kind is not (CredentialKind.Pin or CredentialKind.Badge))
        {
            failures.Add(DispensingRules.FieldInvalid, ("field", $"{part}.kind"), ("found", proof.Kind), ("allowed", "pin, badge"));
            return null;
        }

        if (!TextForm.IsText(device, 100))
        {
            failures.Text("device", device, 100);
            return null;
        }

        if (!results.TryGetValue(part, out var result))
        {
            if (proof.Person is null && proof.Kind != CredentialKind.Badge)
            {
                failures.Add(DispensingRules.ProofPersonMissing, ("part", part));
                return null;
            }

            result = proof.Person is { } person
                ? await verifier.VerifyAsync(x.Tenant, person, proof.Kind, proof.Secret, device, ct).ConfigureAwait(false)
                : await verifier.IdentifyAsync(x.Tenant, proof.Secret, device, ct).ConfigureAwait(false);
            results.Add(part, result);
        }

        switch (result)
        {
            case CredentialResult.Accepted a:
                return new(a.Person, a.Kind, a.CredentialId, a.At.TruncateToMicroseconds(), a.Device);
            case CredentialResult.Locked locked:
                failures.Add(DispensingRules.CredentialLocked, ("part", part), ("until", locked.Until));
                return null;
            default:
                failures.Add(DispensingRules.CredentialRefused, ("part", part), ("kind", proof.Kind == CredentialKind.Pin ? "PIN" : "badge"));
                return null;
        }
    }
}
