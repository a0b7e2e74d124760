using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Requesting;
using Clinic.Dispensing.Rights;
using Clinic.Dispensing.Stock;

namespace Clinic.Dispensing.Preparing;

/// <summary>Keeping stock aside, confirming it, and everything that may happen before it is handed over.</summary>
public sealed partial class DispensationPreparing
{
    private readonly DispensingDesk desk;
    private readonly IProductCatalogue products;
    private readonly IStockIssuer stock;

    internal DispensationPreparing(DispensingDesk desk, IProductCatalogue products, IStockIssuer stock)
    {
        this.desk = desk;
        this.products = products;
        this.stock = stock;
    }

    /// <summary>Keeps the lots aside, all of them or none.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<PreparationAnswer> BeginAsync(CommandContext x, BeginPreparation command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Confirms a lot; a mismatch is refused and stays in the audit as a near miss.</summary>
    /// <exception cref="DispensingException">The scan is something else, or a rule is broken.</exception>
    public Task<PreparationAnswer> ConfirmAsync(CommandContext x, ConfirmPart command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Puts another product or other lots in the place of a line.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<PreparationAnswer> SubstituteAsync(CommandContext x, SubstituteLine command, CancellationToken cancellationToken = default)
    {
        var proofs = desk.Proofs();
        return desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, proofs, ct), cancellationToken);
    }

    /// <summary>Says that everything is ready.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> MarkPreparedAsync(CommandContext x, MarkPrepared command, CancellationToken cancellationToken = default)
    {
        var proofs = desk.Proofs();
        return desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, proofs, ct), cancellationToken);
    }

    /// <summary>Stages keeping the lots aside into a commit of the caller.</summary>
    public async Task<PreparationAnswer> StageAsync(IUnit unit, BeginPreparation command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Prepare, failures, cancellationToken).ConfigureAwait(false);
        var actor = unit.Context.Actor;
        DispensingDesk.CheckPharmacy(failures, actor, DispensingAct.Prepare, before);
        failures.OptionalText("overrideReason", command.OverrideReason, 200);
        failures.Require(before.IsPartlyDelivered || !before.HasLapsedAt(unit.Now), DispensingRules.Lapsed, ("dispensation", before.Id), ("until", before.ValidUntil), ("now", unit.Now));
        CheckDistinctPreparer(failures, before, actor.Person);
        var wanted = Wanted(failures, before, command.Lines);
        var after = before.BeginPreparation(failures).Joined(actor.Person);
        failures.ThrowIfAny();
        foreach (var (line, quantity, lots) in wanted)
        {
            var kept = await KeepAsync(unit, before, line, quantity, lots, command.MayBePartial, command.OverrideReason is null, [], cancellationToken).ConfigureAwait(false);
            after = after.Keep(line.Number, kept);
        }

        failures.Require(after.Lines.Any(l => l.Parts.Count > 0), DispensingRules.NothingKept, ("line", 1));
        failures.ThrowIfAny();
        var note = command.OverrideReason is { } why ? $"{wanted.Count} lines, override: {why}" : $"{wanted.Count} lines";
        desk.Save(unit, before, after, "dispensation.preparation-begun", note);
        return Answer(after);
    }

    /// <summary>Stages the confirmation of a lot into a commit of the caller.</summary>
    public async Task<PreparationAnswer> StageAsync(IUnit unit, ConfirmPart command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Prepare, failures, cancellationToken).ConfigureAwait(false);
        DispensingDesk.CheckPharmacy(failures, unit.Context.Actor, DispensingAct.Prepare, before);
        var line = before.LineOf(command.Line) ?? throw failures.With(DispensingRules.LineUnknown, ("dispensation", before.Id), ("line", command.Line));
        failures.Require(command.Scan is null != command.Lot is null, DispensingRules.FieldInvalid, ("field", "scan"), ("found", command.Scan is null ? "neither scan nor lot" : "both scan and lot"), ("allowed", "one of both"));
        failures.Require(command.Scan is not null || !desk.Options.PolicyOf(line.Product.Class).NeedsScan, DispensingRules.ScanNeeded, ("line", line.Number));
        failures.ThrowIfAny();
        var part = command.Scan is { } scan
            ? await ScannedAsync(unit.Context, line, scan, failures, cancellationToken).ConfigureAwait(false)
            : line.Parts.FirstOrDefault(p => p.Lot == command.Lot);
        if (part is null && failures.Count == 0) failures.Add(DispensingRules.PartUnknown, ("line", line.Number), ("lot", command.Lot), ("allowed", string.Join(", ", line.Parts.Select(p => p.Number))));
        failures.ThrowIfAny();
        var same = line.Parts.Where(p => p.Lot == part!.Lot).ToList();
        var kept = same.Sum(p => p.Quantity);
        failures.Require(command.Quantity == kept, DispensingRules.ConfirmedDiffers, ("line", line.Number), ("lot", part!.Number), ("asked", command.Quantity), ("found", kept));
        var by = new Signed(unit.Context.Actor.Person, unit.Now);
        var after = same.Aggregate(before, (d, p) => d.Confirm(failures, line.Number, p with { Confirmed = by, IsScanned = command.Scan is not null })).Joined(by.By);
        failures.ThrowIfAny();
        desk.Save(unit, before, after, "dispensation.part-confirmed", $"line {line.Number}, {(command.Scan is null ? "by eye" : "by scan")}");
        return Answer(after);
    }

    private async Task<PreparationAnswer> StageAsync(IUnit unit, SubstituteLine command, Proofs proofs, CancellationToken ct)
    {
        var failures = new Failures();
        var x = unit.Context;
        var before = await desk.LoadAsync(unit, command, DispensingAct.Prepare, failures, ct).ConfigureAwait(false);
        DispensingDesk.CheckPharmacy(failures, x.Actor, DispensingAct.Prepare, before);
        failures.Text("reason", command.Reason, 200);
        var line = before.LineOf(command.Line) ?? throw failures.With(DispensingRules.LineUnknown, ("dispensation", before.Id), ("line", command.Line));
        var product = command.Presentation == default ? null : await products.FindAsync(x.Tenant, command.Presentation, ct).ConfigureAwait(false);
        if (product is null) throw failures.With(DispensingRules.ProductUnknown, ("presentation", command.Presentation));
        var another = product.Presentation != line.Product.Presentation;
        failures.Require(!another || line.MaySubstitute, DispensingRules.SubstitutionRefused, ("line", line.Number));
        failures.Require(!another || before.Lines.All(l => l.Number == line.Number || l.Product.Presentation != product.Presentation), DispensingRules.ProductTwice, ("presentation", product.Presentation));
        // What was handed over keeps its account under the product it was handed over as.
        failures.Require(!another || line.Accounts.Count == 0, DispensingRules.PhysicalActivity, ("dispensation", before.Id));
        failures.Require(product.IsAccountable, DispensingRules.FieldInvalid, ("field", "presentation"), ("found", $"{product.Presentation}, whose content has no exact amount"), ("allowed", "another product"));
        var quantity = RequestCheck.BaseUnits(product, command.Quantity, failures);
        // Other lots of the same product are never more than what was authorised and is still to go.
        failures.Require(another || quantity is null || quantity <= line.Quantity - line.HandedOver, DispensingRules.HandOverTooMuch, ("line", line.Number), ("asked", quantity), ("found", line.Quantity - line.HandedOver));
        var confirmedBy = await ConfirmedByAuthoriserAsync(x, before, line, product, quantity, command, proofs, failures, ct).ConfigureAwait(false);
        CheckPicks(failures, line.Number, quantity, command.Lots);
        failures.ThrowIfAny();

        IReadOnlyList<Guid> earlier = [.. line.Parts.Select(p => p.Reservation).Distinct()];
        // Of the same product the line's own stock may be kept again; of another it is simply free.
        if (another)
        {
            foreach (var reservation in earlier) await stock.ReleaseAsync(unit, reservation, before.StockOwner, "substituted", ct).ConfigureAwait(false);
        }

        var substitution = another ? new Substitution(line.Substituted?.Original ?? line.Product.Presentation, command.Reason, x.Actor.Person, unit.Now, confirmedBy ?? line.Substituted?.Confirmed) : line.Substituted;
        var changed = line with { Product = product, Quantity = another ? quantity!.Value : line.Quantity, Substituted = substitution, Parts = [] };
        changed = changed with { Parts = await KeepAsync(unit, before, changed, quantity!.Value, command.Lots, false, true, another ? [] : earlier, ct).ConfigureAwait(false) };
        var after = before.Substitute(failures, changed).Joined(x.Actor.Person, confirmedBy?.Person);
        CheckClass(failures, after);
        failures.ThrowIfAny();
        desk.Save(unit, before, after, "dispensation.substituted", $"line {line.Number}: {command.Reason}");
        return Answer(after);
    }

    // A substitute may be of a stricter class than what was authorised: then the rules of that class hold.
    private void CheckClass(Failures failures, Dispensation after)
    {
        var policy = desk.PolicyOf(after);
        failures.Require(!policy.NeedsPrescription || after.ToSnapshot().Prescription is not null, DispensingRules.PrescriptionMissing);
        failures.Require(!policy.AuthoriserDiffers || after.IsAuthorisedByAnother, DispensingRules.AuthoriserIsRequester);
    }

    // No more of the same medication is the pharmacist's to choose; more, or another one, a prescriber confirms.
    private async Task<AuthenticationRecord?> ConfirmedByAuthoriserAsync(
        CommandContext x, Dispensation before, DispensationLine line, DispensableProduct product, decimal? quantity, SubstituteLine command, Proofs proofs, Failures failures, CancellationToken ct)
    {
        if (product.Presentation == line.Product.Presentation) return null;
        if (product.Medication == line.Product.Medication && product.Class <= line.Product.Class && (quantity is null || Equivalence.IsNoMore(product, quantity.Value, line.Product, line.Quantity))) return null;
        if (command.Authoriser is not { } proof)
        {
            failures.Add(DispensingRules.SubstituteNeedsAuthoriser, ("line", line.Number));
            return null;
        }

        var record = await proofs.CheckAsync(x, "authoriser", proof, command.Device, failures, ct).ConfigureAwait(false);
        if (record is not null)
            await desk.PersonAsync(x, record.Person, "authoriser", DispensingAct.Authorise, [before.Target.Department], failures, ct).ConfigureAwait(false);
        return record;
    }

    private async Task<DispensationAnswer> StageAsync(IUnit unit, MarkPrepared command, Proofs proofs, CancellationToken ct)
    {
        var failures = new Failures();
        var x = unit.Context;
        var before = await desk.LoadAsync(unit, command, DispensingAct.Prepare, failures, ct).ConfigureAwait(false);
        DispensingDesk.CheckPharmacy(failures, x.Actor, DispensingAct.Prepare, before);
        CheckDistinctPreparer(failures, before, x.Actor.Person);
        Signed? checkedBy = null;
        if (command.Checker is { } proof)
        {
            var record = await proofs.CheckAsync(x, "checker", proof, command.Device, failures, ct).ConfigureAwait(false);
            var checker = record?.Person ?? proof.Person;
            if (checker is { } id) await desk.PersonAsync(x, id, "checker", DispensingAct.Check, [before.Pharmacy], failures, ct).ConfigureAwait(false);
            failures.Require(checker != x.Actor.Person, DispensingRules.CheckerIsPreparer);
            if (record is not null) checkedBy = new(record.Person, record.At);
        }
        else
        {
            failures.Require(!desk.PolicyOf(before).NeedsChecker, DispensingRules.CheckerNeeded);
        }

        var after = before.MarkPrepared(failures, new(x.Actor.Person, unit.Now), checkedBy).Joined(x.Actor.Person, checkedBy?.By);
        failures.ThrowIfAny();
        DispensingDesk.Publish(unit, DispensingEvents.Ready, after);
        return desk.Save(unit, before, after, "dispensation.prepared");
    }

    private void CheckDistinctPreparer(Failures failures, Dispensation before, PersonId preparer)
    {
        if (!desk.PolicyOf(before).AllDistinct) return;
        failures.Require(preparer != before.Requested.By, DispensingRules.NotDistinct, ("first", "requester"), ("second", "preparer"));
        failures.Require(preparer != before.Authorised?.By, DispensingRules.NotDistinct, ("first", "authoriser"), ("second", "preparer"));
    }
}
