using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Rights;
using Clinic.Dispensing.Stock;
using Clinic.Dispensing.Tickets;
using Clinic.Dispensing.Usage;

namespace Clinic.Dispensing.Returning;

/// <summary>Returns in two steps: the ward declares, somebody else in the pharmacy counts.</summary>
public sealed class WardReturns
{
    private readonly DispensingDesk desk;
    private readonly IStockIssuer stock;

    internal WardReturns(DispensingDesk desk, IStockIssuer stock)
    {
        this.desk = desk;
        this.stock = stock;
    }

    /// <summary>Declares a return.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<ReturnAnswer> DeclareAsync(CommandContext x, DeclareReturn command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Counts a return into the same lot, at the cost it left with.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<ReturnAnswer> ConfirmAsync(CommandContext x, ConfirmReturn command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a declaration into a commit of the caller.</summary>
    public async Task<ReturnAnswer> StageAsync(IUnit unit, DeclareReturn command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Use, failures, cancellationToken).ConfigureAwait(false);
        var actor = unit.Context.Actor;
        DispensingDesk.CheckWard(failures, actor, DispensingAct.Use, before);
        failures.Text("reason", command.Reason, 200);
        failures.Require(Enum.IsDefined(command.Condition), DispensingRules.FieldInvalid, ("field", "condition"), ("found", command.Condition), ("allowed", string.Join(", ", Enum.GetNames<ReturnCondition>())));
        before.Check(failures, AccountabilityTrigger.DeclareReturn);
        var (line, account) = DoseCheck.Account(before, command.Line, command.Lot, failures);
        var amount = line is null ? null : Amount(line.Product, command.Quantity, failures);
        if (account is not null && amount is { } asked)
        {
            failures.Require(asked <= account.Free, DispensingRules.ReturnTooMuch, ("line", line!.Number), ("lot", account.Number), ("asked", asked),
                ("unit", line.Product.AccountUnit), ("found", account.Free));
        }

        failures.ThrowIfAny();
        var declared = new ReturnRecord(desk.Ids.Next<ReturnId>(), line!.Number, account!.Lot, amount!.Value, command.Condition, command.Reason, new(actor.Person, unit.Now));
        var after = before.DeclareReturn(failures, declared).Joined(actor.Person);
        failures.ThrowIfAny();
        DispensingDesk.Publish(unit, DispensingEvents.ReturnDeclared, after);
        return new(declared.Id, desk.Save(unit, before, after, "return.declared", $"line {line.Number}, {command.Condition}"));
    }

    /// <summary>Stages the counting of a return into a commit of the caller.</summary>
    public async Task<ReturnAnswer> StageAsync(IUnit unit, ConfirmReturn command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.CountReturn, failures, cancellationToken).ConfigureAwait(false);
        var actor = unit.Context.Actor;
        DispensingDesk.CheckPharmacy(failures, actor, DispensingAct.CountReturn, before);
        before.Check(failures, AccountabilityTrigger.ConfirmReturn);
        var declared = before.Returns.FirstOrDefault(r => r.Id == command.Return)
            ?? throw failures.With(DispensingRules.ReturnUnknown, ("dispensation", before.Id), ("return", command.Return));
        failures.Require(declared.IsPending, DispensingRules.ReturnCounted, ("return", declared.Id));
        failures.Require(actor.Person != declared.DeclaredBy.By, DispensingRules.CounterIsDeclarer);
        var line = before.LineOf(declared.Line)!;
        var account = line.AccountOf(declared.Lot)!;
        var counted = command.Counted.Value == 0 ? 0 : Amount(line.Product, command.Counted, failures);
        failures.Require(counted is null or 0 || command.To is not null, DispensingRules.ReturnPlaceMissing);
        var stillOut = line.Product.ToAccount(account.Issues.Sum(i => i.Quantity - i.Returned));
        failures.Require(counted is null || counted <= stillOut, DispensingRules.CountedTooMuch, ("asked", counted), ("unit", line.Product.AccountUnit), ("found", stillOut));
        failures.ThrowIfAny();

        var issues = await PutAwayAsync(unit, before, line, account, declared, counted!.Value, command.To, cancellationToken).ConfigureAwait(false);
        var record = declared with { Counted = counted, CountedBy = new(actor.Person, unit.Now), To = counted == 0 ? null : command.To };
        var after = before.ConfirmReturn(failures, record, issues).Joined(actor.Person);
        if (counted != declared.Declared)
            after = after.Raise(desk.NewTicket(unit, after, TicketKind.ReturnDiffers, line.Number, account.Lot, declared.Declared - counted));
        after = ReviewIfNegative(unit, failures, after, line.Number, account);
        failures.ThrowIfAny();
        return new(record.Id, desk.Save(unit, before, after, "return.counted", $"line {line.Number}, declared {declared.Declared}, counted {counted}"));
    }

    // More came back than could be left: then a dose was reported that was not given.
    private Dispensation ReviewIfNegative(IUnit unit, Failures failures, Dispensation after, int line, LotAccount account)
    {
        var left = after.LineOf(line)!.AccountOf(account.Lot)!.Outstanding;
        if (left >= 0 || after.HasOpenTicket(TicketKind.DoseBeyondDelivered, account.Lot)) return after;
        return after
            .Raise(desk.NewTicket(unit, after, TicketKind.DoseBeyondDelivered, line, account.Lot, left))
            .PutUnderReview(failures);
    }

    // Spread over the hand-overs, the latest first: each comes back at the cost it left with.
    private async Task<IReadOnlyList<LotIssue>> PutAwayAsync(
        IUnit unit, Dispensation before, DispensationLine line, LotAccount account, ReturnRecord declared, decimal counted, LocationId? to, CancellationToken ct)
    {
        var left = line.Product.ToBaseUnits(counted)!.Value;
        var issues = account.Issues.ToList();
        for (var i = issues.Count - 1; i >= 0 && left > 0; i--)
        {
            var part = Math.Min(left, issues[i].Quantity - issues[i].Returned);
            if (part <= 0) continue;
            await stock.ReturnAsync(unit, new(
                issues[i].Posting, account.Lot, part, line.Product.BaseUnit, to!.Value, declared.Condition == ReturnCondition.Unopened, before.StockOwner, before.StockOwner), ct).ConfigureAwait(false);
            issues[i] = issues[i] with { Returned = issues[i].Returned + part };
            left -= part;
        }

        return issues;
    }

    private static decimal? Amount(DispensableProduct product, Quantity quantity, Failures failures)
    {
        var converted = DoseConversion.Convert(product, quantity, null, failures);
        if (converted is null) return null;
        failures.Require(product.ToBaseUnits(converted.Amount) is not null, DispensingRules.ReturnNotWhole, ("asked", converted.Amount), ("unit", product.AccountUnit));
        return product.ToBaseUnits(converted.Amount) is null ? null : converted.Amount;
    }
}
