using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Rights;
using Clinic.Dispensing.Stock;

namespace Clinic.Dispensing.HandOvers;

/// <summary>The hand-over itself: stock leaves, and accountability begins, in one commit.</summary>
public sealed class HandingOver
{
    private readonly DispensingDesk desk;
    private readonly ReceiptCheck receipts;
    private readonly IStockIssuer stock;
    private readonly Func<Attachments> attachments;
    private readonly IPackSupplier? packs;

    internal HandingOver(DispensingDesk desk, IStockIssuer stock, Func<Attachments> attachments, IPackSupplier? packs = null)
    {
        this.packs = packs;
        this.desk = desk;
        this.stock = stock;
        this.attachments = attachments;
        receipts = new(desk);
    }

    /// <summary>Hands over; every guard on people and lots runs at this instant, and all goes or nothing.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named and nothing leaves.</exception>
    public async Task<HandOverAnswer> HandOverAsync(CommandContext x, HandOver command, CancellationToken cancellationToken = default)
    {
        var proofs = desk.Proofs();
        var supplied = false;
        try
        {
            return await desk.Work.RunAsync(
                x, command,
                async (unit, ct) =>
                {
                    var answer = await StageAsync(unit, command, proofs, ct).ConfigureAwait(false);
                    supplied |= command.HasPacks;
                    return answer;
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (supplied && e is IRuleViolation or ConcurrencyConflictException)
        {
            // Nothing was handed over for certain. After any other failure the same command again finishes it.
            await packs!.TakeBackAsync(x, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Confirms as the recipient what two people attested.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> ConfirmReceiptAsync(CommandContext x, ConfirmReceipt command, CancellationToken cancellationToken = default)
    {
        var proofs = desk.Proofs();
        return desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, proofs, ct), cancellationToken);
    }

    /// <summary>Ends a partly handed over dispensation.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> StopAsync(CommandContext x, StopDispensation command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a hand-over into a commit of the caller.</summary>
    public Task<HandOverAnswer> StageAsync(IUnit unit, HandOver command, CancellationToken cancellationToken) =>
        StageAsync(unit, command, desk.Proofs(), cancellationToken);

    /// <summary>Stages the end of a partly handed over dispensation into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, StopDispensation command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Prepare, failures, cancellationToken).ConfigureAwait(false);
        DispensingDesk.CheckPharmacy(failures, unit.Context.Actor, DispensingAct.Prepare, before);
        failures.Text("reason", command.Reason, 200);
        var after = before.End(failures, DispenseTrigger.Stop, new(command.Reason, unit.Context.Actor.Person, unit.Now)).Joined(unit.Context.Actor.Person);
        failures.ThrowIfAny();
        await StockKeeping.ReleaseAsync(unit, stock, before, "stopped", cancellationToken).ConfigureAwait(false);
        DispensingDesk.Publish(unit, DispensingEvents.Ended, after);
        return desk.Save(unit, before, after, "dispensation.stopped");
    }

    private async Task<HandOverAnswer> StageAsync(IUnit unit, HandOver command, Proofs proofs, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = new Failures();
        var x = unit.Context;
        DispensingRights.CheckRole(failures, x.Actor, DispensingAct.HandOver);
        failures.Require(command.Items.Count >= 1 && command.Items.Count <= desk.Options.MostLines, DispensingRules.LinesWrong, ("found", command.Items.Count), ("allowed", desk.Options.MostLines));
        failures.Require(command.Items.DistinctBy(i => i.Dispensation).Count() == command.Items.Count, DispensingRules.FieldInvalid, ("field", "items"), ("found", "a dispensation more than once"), ("allowed", "each once"));
        failures.Text("device", command.Device, 100);
        failures.ThrowIfAny();
        var all = new List<Dispensation>();
        foreach (var item in command.Items) all.Add(await desk.LoadAsync(unit, item.Dispensation, item.Version, failures, ct).ConfigureAwait(false));
        foreach (var pharmacy in all.DistinctBy(d => d.Pharmacy)) DispensingDesk.CheckPharmacy(failures, x.Actor, DispensingAct.HandOver, pharmacy);
        failures.Require(all.DistinctBy(d => (d.Target.Department, d.Pharmacy)).Count() == 1, DispensingRules.TargetsDiffer);
        var receipt = await receipts.CheckAsync(unit, command, all, proofs, failures, ct).ConfigureAwait(false);
        var recipient = receipt?.Recipient ?? command.Recipient?.Person ?? command.Attestation?.Recipient;
        var planned = new List<(Dispensation Before, DispenseTrigger Trigger, IReadOnlyList<(DispensationLine Line, decimal Quantity)> Going)>();
        for (var i = 0; i < all.Count; i++)
        {
            var before = all[i];
            if (desk.PolicyOf(before).AllDistinct) Identities.CheckDistinct(failures, before, x.Actor.Person, recipient);
            var policy = desk.PolicyOf(before);
            failures.Require(before.Authorised is null || !policy.NeedsPrescription || before.ToSnapshot().Prescription is not null, DispensingRules.PrescriptionMissing);
            failures.Require(!policy.AuthoriserDiffers || before.IsAuthorisedByAnother, DispensingRules.AuthoriserIsRequester);
            var going = before.Going(failures, Asked(failures, before, command.Items[i]));
            var trigger = before.TriggerOf(going);
            before.CheckHandOver(failures, trigger);
            planned.Add((before, trigger, going));
        }

        failures.ThrowIfAny();
        var id = desk.Ids.Next<HandOverId>();
        var signature = command.Signature is { } content ? attachments().Stage(unit, new("dispensing.hand-over", id.Value), content).Id : (AttachmentId?)null;
        var items = new List<HandedOverItem>();
        foreach (var (before, trigger, going) in planned)
            items.Add(await HandOverOneAsync(unit, signature, receipt!, id, before, trigger, going, failures, ct).ConfigureAwait(false));
        failures.ThrowIfAny();
        if (command.HasPacks) await SupplyAsync(x, command, planned, failures, ct).ConfigureAwait(false);
        return new(id, receipt!.Recipient, items);
    }

    private async Task SupplyAsync(
        CommandContext x, HandOver command, List<(Dispensation Before, DispenseTrigger Trigger, IReadOnlyList<(DispensationLine Line, decimal Quantity)> Going)> planned,
        Failures failures, CancellationToken ct)
    {
        var going = new List<PackToSupply>();
        foreach (var (item, plan) in command.Items.Zip(planned))
        {
            foreach (var pack in item.Packs ?? [])
            {
                var line = plan.Going.Select(g => g.Line).FirstOrDefault(l => l.Number == pack.Line);
                failures.Require(line is not null, DispensingRules.LineUnknown, ("dispensation", item.Dispensation), ("line", pack.Line));
                if (line is not null) going.Add(new(pack.Line, pack.Scan, line.Product.Presentation, [.. line.Parts.Select(p => p.Number).Distinct(StringComparer.Ordinal)]));
            }
        }

        failures.Require(packs is not null, DispensingRules.PacksNotVerified);
        failures.ThrowIfAny();
        foreach (var failure in await packs!.SupplyAsync(x, going, ct).ConfigureAwait(false)) failures.Add(failure);
        failures.ThrowIfAny();
    }

    private async Task<HandedOverItem> HandOverOneAsync(
        IUnit unit, AttachmentId? signature, Receipt receipt, HandOverId id, Dispensation before, DispenseTrigger trigger,
        IReadOnlyList<(DispensationLine Line, decimal Quantity)> going, Failures failures, CancellationToken ct)
    {
        var issued = new List<(int Line, IssuedStock Issued)>();
        foreach (var (line, quantity) in going)
        {
            var left = quantity;
            foreach (var kept in line.Parts.GroupBy(p => p.Reservation))
            {
                if (left == 0) break;
                var take = Math.Min(left, kept.Sum(p => p.Quantity));
                var handOut = new StockHandOut(before.From, line.Product.Presentation, kept.Key, take, line.Product.BaseUnit, before.Target.Department, before.Target.Patient, before.Target.Encounter, before.StockOwner);
                var left2 = await stock.IssueAsync(unit, handOut, ct).ConfigureAwait(false);
                // Only what was confirmed may leave; a reservation that changed since is not handed over unseen.
                var same = left2.All(i => line.Parts.Any(p => p.Reservation == i.Reservation && p.Lot == i.Lot && p.Quantity >= i.Quantity)) && left2.Sum(i => i.Quantity) == take;
                failures.Require(same, DispensingRules.StockGone, ("line", line.Number), ("asked", take), ("found", left2.Sum(i => i.Quantity)));
                issued.AddRange(left2.Select(i => (line.Number, i)));
                left -= take;
            }
        }

        failures.ThrowIfAny();
        var policy = desk.PolicyOf(before);
        var parts = issued.Select(i => new HandedOverPart(i.Line, i.Issued.Lot, i.Issued.Posting, i.Issued.Quantity, i.Issued.Cost)).ToList();
        var record = new HandOverRecord(id, unit.Now, unit.Context.Actor.Person, receipt.Recipient, receipt.Proof, receipt.Attestation, receipt.SecondPerson, signature, parts);
        var after = before
            .HandOver(failures, trigger, record, issued, unit.Now + policy.UseWithin, unit.Now + desk.Options.AuthoriseWithin)
            .Joined(unit.Context.Actor.Person).Joined(receipt.People);
        failures.ThrowIfAny();
        DispensingDesk.Publish(unit, DispensingEvents.HandedOver, after);
        var answer = desk.Save(unit, before, after, "dispensation.handed-over", $"{parts.Count} lots, {(receipt.Proof is { } p ? p.Kind.ToString() : "attested")}");
        return new(answer, parts);
    }

    private static Dictionary<int, decimal>? Asked(Failures failures, Dispensation dispensation, HandOverItem item)
    {
        if (item.Lines is not { } lines) return null;
        var asked = new Dictionary<int, decimal>();
        foreach (var line in lines)
        {
            var known = dispensation.LineOf(line.Line);
            failures.Require(known is not null, DispensingRules.LineUnknown, ("dispensation", dispensation.Id), ("line", line.Line));
            failures.Require(line.Quantity > 0, DispensingRules.QuantityNotPositive, ("found", line.Quantity));
            if (known is not null)
            {
                failures.Require(Products.DispensableProduct.IsWhole(line.Quantity, known.Product.Scale), DispensingRules.QuantityTooFine,
                    ("found", line.Quantity), ("allowed", known.Product.Scale), ("unit", known.Product.BaseUnit));
            }

            failures.Require(asked.TryAdd(line.Line, line.Quantity), DispensingRules.FieldInvalid, ("field", "lines"), ("found", $"line {line.Line} more than once"), ("allowed", "each line once"));
        }

        return asked;
    }

    private async Task<DispensationAnswer> StageAsync(IUnit unit, ConfirmReceipt command, Proofs proofs, CancellationToken ct)
    {
        var failures = new Failures();
        var x = unit.Context;
        var before = await desk.LoadAsync(unit, command, DispensingAct.Receive, failures, ct).ConfigureAwait(false);
        var handOver = before.HandOvers.FirstOrDefault(h => h.Id == command.HandOver)
            ?? throw failures.With(DispensingRules.HandOverUnknown, ("dispensation", before.Id), ("handOver", command.HandOver));
        failures.Require(handOver.Attestation is { Confirmed: null }, DispensingRules.ConfirmationNotOpen, ("handOver", handOver.Id));
        var proof = await proofs.CheckAsync(x, "recipient", command.Recipient, command.Device, failures, ct).ConfigureAwait(false);
        failures.Require(x.Actor.Person == handOver.Recipient && (proof is null || proof.Person == handOver.Recipient), DispensingRules.ConfirmerIsNotRecipient, ("handOver", handOver.Id));
        failures.ThrowIfAny();
        var after = before.ConfirmReceipt(handOver with { Attestation = handOver.Attestation! with { Confirmed = proof } });
        return desk.Save(unit, before, after, "dispensation.receipt-confirmed");
    }
}
