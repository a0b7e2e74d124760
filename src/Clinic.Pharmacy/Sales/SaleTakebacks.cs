using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Returning;
using Clinic.Pharmacy.Reversing;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Shifts;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Sales;

/// <summary>Takes sales back: the whole as a mistake, or part of the goods for a credit.</summary>
public sealed class SaleTakebacks
{
    private readonly IUnitOfWork work;
    private readonly SaleDesk desk;
    private readonly BasketReservations keeping;
    private readonly StockReversing reversing;
    private readonly StockReturning returning;
    private readonly CashierShifts tills;
    private readonly SaleStores stores;
    private readonly IPresentationStore presentations;
    private readonly IIdGenerator ids;

    internal SaleTakebacks(
        IUnitOfWork work, SaleDesk desk, BasketReservations keeping, StockReversing reversing, StockReturning returning, CashierShifts tills, SaleStores stores,
        IPresentationStore presentations, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.keeping = keeping;
        this.reversing = reversing;
        this.returning = returning;
        this.tills = tills;
        this.stores = stores;
        this.presentations = presentations;
        this.ids = ids;
    }

    /// <summary>Gives a basket up, or takes a whole sale back: stock, payments and invoice.</summary>
    /// <exception cref="PharmacyException">Some came back already, a count absorbed it, or its till is closed and the actor is no supervisor.</exception>
    public Task<SaleAnswer> CancelAsync(CommandContext x, CancelSale command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Takes goods back into the lots they left, at the cost they left with, and pays for them.</summary>
    /// <exception cref="PharmacyException">More comes back than is out, a place is wrong, or the refunds differ from the credit.</exception>
    public Task<SaleAnswer> ReturnAsync(CommandContext x, ReturnSale command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    private async Task<SaleAnswer> StageAsync(IUnit unit, CancelSale command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        failures.Text("reason", command.Reason, 200);
        var sale = await desk.SaleAsync(x, command.Sale, failures, ct).ConfigureAwait(false);
        PharmacyRights.CheckRole(failures, x.Actor, sale.Status == SaleStatus.Draft ? PharmacyAct.Sell : PharmacyAct.CancelSale);
        failures.ThrowIfAny();
        SaleLifecycle.Next(sale.Id, sale.Status, SaleTrigger.Cancel);
        VersionCheck.Same(failures, "sale", command.Version, sale.Version);
        failures.ThrowIfAny();
        if (sale.Status == SaleStatus.Draft) return await GiveUpAsync(unit, sale, command.Reason, ct).ConfigureAwait(false);

        var till = await TillAsync(unit, sale, failures, ct).ConfigureAwait(false);
        foreach (var line in sale.Lines)
            await TryAsync(() => reversing.StageAsync(unit, new ReverseStock(line.Posting!.Value, command.Reason) { OnBehalfOf = sale.Head.Owner(), Act = PharmacyAct.CancelSale }, ct), failures).ConfigureAwait(false);
        failures.ThrowIfAny();
        var refunds = sale.RefundAll(till.Id, x.Actor.Person, unit.Now);
        var next = sale.Cancel(command.Reason, refunds, unit.Now);
        stores.Sales.Save(unit, sale, next);
        if (refunds.Count > 0) stores.Shifts.Save(unit, till.Take(refunds));
        await AnnulAsync(unit, sale, command.Reason, ct).ConfigureAwait(false);
        unit.Audit("sale.cancelled", next.Fact, command.Reason);
        return Answer(next, next.Head.Invoice);
    }

    private async Task<SaleAnswer> GiveUpAsync(IUnit unit, Sale sale, string reason, CancellationToken ct)
    {
        foreach (var line in sale.Lines) await keeping.ReleaseAsync(unit, sale.Head, line, ct).ConfigureAwait(false);
        var next = sale.Cancel(reason, [], unit.Now);
        stores.Sales.Save(unit, sale, next);
        unit.Audit("sale.cancelled", next.Fact, reason);
        return Answer(next, null);
    }

    // The money goes back from the till it lies in; once that is closed, a supervisor pays it from a till of his own.
    private async Task<CashierShift> TillAsync(IUnit unit, Sale sale, Failures failures, CancellationToken ct)
    {
        var x = unit.Context;
        var own = await stores.Shifts.FindAsync(x.Tenant, sale.Head.Shift!.Value, ct).ConfigureAwait(false);
        if (own is { Status: ShiftStatus.Open }) return own;
        if (!x.Actor.HasAny(Role.Supervisor)) throw failures.With(PharmacyRules.CancelledTooLate, ("sale", sale.Id));
        return await tills.RequireOpenAsync(x, failures, ct).ConfigureAwait(false);
    }

    private async Task AnnulAsync(IUnit unit, Sale sale, string reason, CancellationToken ct)
    {
        if (sale.Head.Invoice is not { } id || await stores.Invoices.FindAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false) is not { } invoice) return;
        var annulled = invoice.Annul(reason, unit.Now);
        if (!ReferenceEquals(annulled, invoice)) stores.Invoices.Save(unit, annulled);
    }

    private async Task<SaleAnswer> StageAsync(IUnit unit, ReturnSale command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.CancelSale);
        failures.Text("reason", command.Reason, 200);
        var sale = await desk.SaleAsync(x, command.Sale, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        SaleLifecycle.Next(sale.Id, sale.Status, SaleTrigger.ReturnPart);
        VersionCheck.Same(failures, "sale", command.Version, sale.Version);
        failures.Require(command.Goods.Count >= 1 && command.Goods.Count <= desk.Options.MostLines * 10, PharmacyRules.NothingAsked, ("allowed", desk.Options.MostLines * 10));
        var till = await tills.RequireOpenAsync(x, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();

        var lines = new List<SaleReturnLine>();
        foreach (var goods in command.Goods)
        {
            if (await TakeAsync(unit, sale, command, goods, lines, failures, ct).ConfigureAwait(false) is { } line) lines.Add(line);
        }

        failures.ThrowIfAny();
        var rounding = Rounding(sale, lines);
        var total = lines.Aggregate(rounding, (sum, l) => sum + l.Total);
        var refunds = Refunds(sale, command.Refunds, total, failures);
        failures.ThrowIfAny();
        return Save(unit, sale, command.Reason, till, lines, rounding, total, refunds);
    }

    private async Task<SaleReturnLine?> TakeAsync(
        IUnit unit, Sale sale, ReturnSale command, GoodsBack goods, List<SaleReturnLine> soFar, Failures failures, CancellationToken ct)
    {
        var line = sale.Lines.FirstOrDefault(l => l.Number == goods.Line);
        if (line is null)
        {
            failures.Add(PharmacyRules.SaleLineUnknown, ("sale", sale.Id), ("line", goods.Line));
            return null;
        }

        var part = line.Parts.Count == 1 && goods.Lot is null ? line.Parts[0] : line.Parts.FirstOrDefault(p => p.Lot == goods.Lot);
        if (part is null || soFar.Any(s => s.Line == line.Number && s.Lot == part.Lot))
        {
            failures.Add(PharmacyRules.ReturnLotUnclear, ("line", line.Number), ("allowed", string.Join(", ", line.Parts.Select(p => p.Number))));
            return null;
        }

        var presentation = (await presentations.FindAsync(unit.Context.Tenant, line.Presentation, ct).ConfigureAwait(false))!;
        if (presentation.TryConvert(goods.Quantity, out var quantity) is { } wrong)
        {
            failures.Add(wrong);
            return null;
        }

        if (quantity > part.Outstanding())
        {
            failures.Add(PharmacyRules.ReturnedMoreThanSold, ("line", line.Number), ("asked", quantity), ("found", part.Outstanding()));
            return null;
        }

        var back = await TryAsync(() => returning.StageAsync(unit, new ReturnStock
        {
            Issue = line.Posting!.Value,
            Lot = part.Lot,
            Quantity = presentation.ToQuantity(quantity),
            To = goods.To,
            IsUnopened = goods.Condition == GoodsCondition.Sellable,
            Reason = command.Reason,
            OnBehalfOf = sale.Head.Owner(),
            Act = PharmacyAct.CancelSale,
        }, ct), failures).ConfigureAwait(false);
        if (back is null) return null;
        var before = soFar.Where(s => s.Line == line.Number).Aggregate(line.Returned(), (sum, s) => sum + s.Quantity);
        var (net, taxes, total) = LineCredit.Of(line.Price, line.Stock, before, quantity);
        return new(line.Number, part.Lot, quantity, goods.Condition, goods.To, back.Posting, net, taxes, total);
    }

    // What was paid in cash goes back in coins that exist: all returns together are rounded, and the last one brings the rest of the sale's own rounding.
    private Money Rounding(Sale sale, List<SaleReturnLine> lines)
    {
        var whole = sale.Head.LinesTotal();
        var given = sale.Returns.Aggregate(Money.Zero(whole.Currency), (sum, r) => sum + r.Rounding);
        var credited = sale.Head.Credited - given + lines.Aggregate(Money.Zero(whole.Currency), (sum, l) => sum + l.Total);
        if (credited == whole) return sale.Head.Rounding - given;
        var rounding = CashRounding.Of(credited, sale.Payments.Any(p => p.Kind == PaymentKind.Cash) ? desk.Options.CashStep : null);
        // A coin that was changed since the sale never gives back more than was paid, nor takes anything.
        var (most, least) = (sale.Head.Total() - credited, sale.Head.Credited - credited);
        return (rounding.Amount > most.Amount ? most : rounding.Amount < least.Amount ? least : rounding) - given;
    }

    private static IReadOnlyList<Refund> Refunds(Sale sale, IReadOnlyList<Refund>? asked, Money total, Failures failures)
    {
        if (asked is null) return ByOrderOfPayment(sale, total);
        failures.Require(asked.DistinctBy(r => r.Kind).Count() == asked.Count, PharmacyRules.FieldInvalid, ("field", "refunds"), ("found", asked.Count), ("allowed", "each kind once"));
        foreach (var r in asked)
        {
            var fits = r.Amount.Currency == total.Currency && r.Amount.Amount > 0 && r.Amount.Amount == decimal.Round(r.Amount.Amount, total.Currency.Digits);
            failures.Require(fits, PharmacyRules.FieldInvalid, ("field", "refunds"), ("found", r.Amount), ("allowed", $"more than zero, of {total.Currency} with {total.Currency.Digits} decimals"));
            if (fits) failures.Require(r.Amount.Amount <= sale.PaidBy(r.Kind).Amount, PharmacyRules.RefundTooMuch, ("kind", r.Kind), ("asked", r.Amount), ("found", sale.PaidBy(r.Kind)));
        }

        if (failures.Count > 0) return [];
        var sum = asked.Aggregate(Money.Zero(total.Currency), (s, r) => s + r.Amount);
        failures.Require(sum == total, PharmacyRules.RefundsDiffer, ("found", sum), ("asked", total));
        return asked;
    }

    private static List<Refund> ByOrderOfPayment(Sale sale, Money total)
    {
        var refunds = new List<Refund>();
        var left = total.Amount;
        foreach (var kind in sale.Payments.Select(p => p.Kind).Distinct())
        {
            var amount = Math.Min(left, sale.PaidBy(kind).Amount);
            if (amount <= 0) continue;
            refunds.Add(new(kind, new(amount, total.Currency)));
            left -= amount;
        }

        return refunds;
    }

    private SaleAnswer Save(
        IUnit unit, Sale sale, string reason, CashierShift till, List<SaleReturnLine> lines, Money rounding, Money total, IReadOnlyList<Refund> refunds)
    {
        var number = sale.Returns.Count + 1;
        var note = total.Amount > 0 && sale.Head.Invoice is not null
            ? Invoice.Request(ids.Next<InvoiceId>(), InvoiceKind.CreditNote, sale.Id, number, sale.Head.Site, total, unit.Now)
            : null;
        var paid = sale.Refunded(refunds, till.Id, unit.Context.Actor.Person, unit.Now, number);
        var next = sale.TakeBack(new(number, unit.Now, unit.Context.Actor.Person, till.Id, reason, lines, rounding, total, note?.Id), paid);
        stores.Sales.Save(unit, sale, next);
        if (paid.Count > 0) stores.Shifts.Save(unit, till.Take(paid));
        if (note is not null) stores.Invoices.Add(unit, note);
        unit.Audit("sale.returned", next.Fact, $"{lines.Count} lines, {total}");
        return Answer(next, note?.Id);
    }

    private static SaleAnswer Answer(Sale sale, InvoiceId? invoice) => new(
        sale.Id, sale.Status, sale.Head.Total(), sale.Head.Rounding, Money.Zero(sale.Head.Net.Currency), sale.Head.Credited, invoice, sale.Version);

    private static async Task<T?> TryAsync<T>(Func<Task<T>> act, Failures failures)
        where T : class
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (PharmacyException e)
        {
            foreach (var failure in e.Failures) failures.Add(failure);
            return null;
        }
    }
}
