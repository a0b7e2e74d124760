using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Checks the second person of one command once, however often its body runs, so that a lost race costs no attempt.</summary>
internal sealed class Approvals(Func<ICredentialVerifier> verifier, IPersonDirectory people)
{
    private CredentialResult? result;

    /// <summary>The approval; null with the reasons collected.</summary>
    public async Task<StayApproval?> CheckAsync(CommandContext x, ApproverProof proof, string device, Failures failures, CancellationToken ct)
    {
        failures.Text("device", device, 100);
        failures.Field("approver.kind", proof.Kind is CredentialKind.Pin or CredentialKind.Badge, proof.Kind, "pin, badge");
        failures.Field("approver.person", proof.Person is not null || proof.Kind == CredentialKind.Badge, null, "who approves, unless a badge says it");
        failures.Require(proof.Person != x.Actor.Person, EmergencyBillingRules.ApproverNotDifferent);
        if (!IsWhole(x, proof, device)) return null;

        result ??= proof.Person is { } person
            ? await verifier().VerifyAsync(x.Tenant, person, proof.Kind, proof.Secret, device, ct).ConfigureAwait(false)
            : await verifier().IdentifyAsync(x.Tenant, proof.Secret, device, ct).ConfigureAwait(false);
        switch (result)
        {
            case CredentialResult.Accepted accepted:
                await CheckPersonAsync(x, accepted.Person, failures, ct).ConfigureAwait(false);
                return new(accepted.Person, accepted.Kind, accepted.At.TruncateToMicroseconds());
            case CredentialResult.Locked locked:
                failures.Add(EmergencyBillingRules.ApproverProofLocked, ("until", locked.Until));
                return null;
            default:
                failures.Add(EmergencyBillingRules.ApproverProofRefused, ("proof", proof.Kind == CredentialKind.Pin ? "PIN" : "badge"));
                return null;
        }
    }

    // Attempts are counted: what cannot be right is refused before one is spent.
    private static bool IsWhole(CommandContext x, ApproverProof proof, string device) =>
        TextForm.IsText(device, 100) && proof.Person != x.Actor.Person
        && (proof.Kind == CredentialKind.Badge || (proof.Kind == CredentialKind.Pin && proof.Person is not null));

    private async Task CheckPersonAsync(CommandContext x, PersonId id, Failures failures, CancellationToken ct)
    {
        // A badge says only now whose it is.
        failures.Require(id != x.Actor.Person, EmergencyBillingRules.ApproverNotDifferent);
        var person = await people.FindAsync(x.Tenant, id, ct).ConfigureAwait(false);
        Role[] allowed = [.. EmergencyRights.RolesFor(EmergencyAct.ApproveCorrections)];
        var may = person is { IsRetired: false } && person.AsActor().HasAny(allowed);
        failures.Require(may, EmergencyBillingRules.ApproverNotAllowed,
            ("allowed", string.Join(", ", allowed)), ("found", person is { IsRetired: false } ? person.AsActor().RolesText() : "none"));
    }
}
