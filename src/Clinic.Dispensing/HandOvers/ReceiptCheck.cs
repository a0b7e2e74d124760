using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Rights;

namespace Clinic.Dispensing.HandOvers;

/// <summary>Checks who receives: proof or attestation, second person, roles, departments, and who must differ.</summary>
internal sealed class ReceiptCheck(DispensingDesk desk)
{
    public async Task<Receipt?> CheckAsync(IUnit unit, HandOver command, IReadOnlyList<Dispensation> dispensations, Proofs proofs, Failures failures, CancellationToken ct)
    {
        var x = unit.Context;
        failures.Require(command.Recipient is null != command.Attestation is null, DispensingRules.ReceiptMissing);
        var target = dispensations.Count > 0 ? dispensations[0] : null;
        AuthenticationRecord? proof = null;
        AttestationRecord? attestation = null;
        if (command.Recipient is { } given) proof = await proofs.CheckAsync(x, "recipient", given, command.Device, failures, ct).ConfigureAwait(false);
        if (command.Attestation is { } attested) attestation = await AttestAsync(unit, command, attested, proofs, failures, ct).ConfigureAwait(false);
        var recipient = proof?.Person ?? command.Attestation?.Recipient ?? command.Recipient?.Person;
        if (recipient is { } id)
        {
            failures.Require(id != x.Actor.Person, DispensingRules.RecipientIsDeliverer);
            await desk.PersonAsync(x, id, "recipient", DispensingAct.Receive, [target?.Target.Department], failures, ct).ConfigureAwait(false);
        }

        var second = await SecondPersonAsync(x, command, dispensations, recipient, proofs, failures, ct).ConfigureAwait(false);
        return recipient is { } received && (proof is not null || attestation is not null) ? new(received, proof, attestation, second) : null;
    }

    private async Task<AttestationRecord?> AttestAsync(IUnit unit, HandOver command, Attestation attested, Proofs proofs, Failures failures, CancellationToken ct)
    {
        var x = unit.Context;
        failures.Text("attestation.reason", attested.Reason, 200);
        var first = await proofs.CheckAsync(x, "first attester", attested.First, command.Device, failures, ct).ConfigureAwait(false);
        var second = await proofs.CheckAsync(x, "second attester", attested.Second, command.Device, failures, ct).ConfigureAwait(false);
        (string Part, PersonId? Person)[] all =
        [
            ("recipient", attested.Recipient), ("deliverer", x.Actor.Person),
            ("first attester", first?.Person ?? attested.First.Person), ("second attester", second?.Person ?? attested.Second.Person),
        ];
        for (var i = 0; i < all.Length; i++)
        {
            for (var j = Math.Max(i + 1, 2); j < all.Length; j++)
                failures.Require(all[i].Person is null || all[i].Person != all[j].Person, DispensingRules.AttestersWrong, ("first", all[i].Part), ("second", all[j].Part));
        }

        foreach (var attester in new[] { first, second })
        {
            if (attester is not null) await desk.PersonAsync(x, attester.Person, "attester", DispensingAct.Attest, [], failures, ct).ConfigureAwait(false);
        }

        return first is null || second is null ? null : new(first, second, attested.Reason, unit.Now + desk.Options.ConfirmReceiptWithin);
    }

    private async Task<AuthenticationRecord?> SecondPersonAsync(
        CommandContext x, HandOver command, IReadOnlyList<Dispensation> dispensations, PersonId? recipient, Proofs proofs, Failures failures, CancellationToken ct)
    {
        if (command.SecondPerson is not { } given)
        {
            failures.Require(!dispensations.Any(d => desk.PolicyOf(d).NeedsSecondPerson), DispensingRules.SecondPersonNeeded);
            return null;
        }

        var second = await proofs.CheckAsync(x, "second person", given, command.Device, failures, ct).ConfigureAwait(false);
        var person = second?.Person ?? given.Person;
        failures.Require(person is null || person != x.Actor.Person, DispensingRules.AttestersWrong, ("first", "deliverer"), ("second", "second person"));
        failures.Require(person is null || person != recipient, DispensingRules.AttestersWrong, ("first", "recipient"), ("second", "second person"));
        failures.Require(person is null || command.Attestation is not { } attested || (person != attested.First.Person && person != attested.Second.Person),
            DispensingRules.AttestersWrong, ("first", "attester"), ("second", "second person"));
        if (second is not null) await desk.PersonAsync(x, second.Person, "second person", DispensingAct.Attest, [], failures, ct).ConfigureAwait(false);
        return second;
    }
}
