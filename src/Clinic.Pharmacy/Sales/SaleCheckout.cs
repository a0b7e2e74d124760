using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Shifts;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Sales;

/// <summary>Takes the money, hands the goods over and asks for the invoice, in one commit.</summary>
public sealed class SaleCheckout
{
    private readonly IUnitOfWork work;
    private readonly SaleDesk desk;
    private readonly SalePricing pricing;
    private readonly BasketReservations keeping;
    private readonly StockIssuing issuing;
    private readonly CashierShifts tills;
    private readonly SaleStores stores;
    private readonly IPresentationStore presentations;
    private readonly IIdGenerator ids;

    internal SaleCheckout(
        IUnitOfWork work, SaleDesk desk, SalePricing pricing, BasketReservations keeping, StockIssuing issuing, CashierShifts tills, SaleStores stores,
        IPresentationStore presentations, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.pricing = pricing;
        this.keeping = keeping;
        this.issuing = issuing;
        this.tills = tills;
        this.stores = stores;
        this.presentations = presentations;
        this.ids = ids;
    }

    /// <summary>Completes a sale; the same command again gives the same answer and changes nothing.</summary>
    /// <exception cref="PharmacyException">
    /// Stock is short or not usable, a price no longer holds, a prescription is missing, the payments differ, or no till is open; every
    /// failed guard is named and nothing leaves.
    /// </exception>
    public Task<SaleAnswer> CompleteAsync(CommandContext x, CompleteSale command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    private async Task<SaleAnswer> StageAsync(IUnit unit, CompleteSale command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        var sale = await desk.SaleAsync(x, command.Sale, failures, ct).ConfigureAwait(false);
        await desk.CheckSellerAsync(x, sale.Head.Location, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        SaleLifecycle.Next(sale.Id, sale.Status, SaleTrigger.Complete);
        VersionCheck.Same(failures, "sale", command.Version, sale.Version);
        var site = await desk.SiteAsync(x, ct).ConfigureAwait(false);
        var till = await tills.RequireOpenAsync(x, failures, ct).ConfigureAwait(false);
        var buyer = command.Buyer ?? sale.Head.Buyer;
        CheckPapers(sale, buyer, command, site.DateOf(unit.Now), failures);

        var rounding = CashRounding.Of(sale.Head.LinesTotal(), command.Payments.Any(p => p.Kind == PaymentKind.Cash) ? desk.Options.CashStep : null);
        var total = sale.Head.LinesTotal() + rounding;
        await CheckPaymentsAsync(x, command.Payments, total, rounding, failures, ct).ConfigureAwait(false);
        var lines = new List<SaleLine>();
        foreach (var line in sale.Lines)
        {
            if (await HandOverAsync(unit, site, sale.Head, line, failures, ct).ConfigureAwait(false) is { } done) lines.Add(done);
        }

        failures.ThrowIfAny();
        await pricing.HoldAsync(unit, site, lines.Select(l => l.Price.Source), ct).ConfigureAwait(false);
        return Save(unit, sale, command, buyer, till, rounding, lines);
    }

    private void CheckPapers(Sale sale, Buyer buyer, CompleteSale command, NodaTime.LocalDate today, Failures failures)
    {
        failures.Require(sale.Lines.Count > 0, PharmacyRules.BasketSizeWrong, ("found", 0), ("allowed", $"1 to {desk.Options.MostLines}"));
        buyer.Check(failures);
        failures.Require(buyer.Kind != DocumentKind.FinalConsumer || sale.Head.LinesTotal().Amount <= desk.Options.FinalConsumerLimit, PharmacyRules.FinalConsumerLimit,
            ("found", sale.Head.LinesTotal()), ("allowed", desk.Options.FinalConsumerLimit));
        foreach (var line in sale.Lines) desk.CheckPrescription(line, today, failures);
        if (command.MailReceipt is not { } language) return;
        failures.Require(language is "es" or "en", PharmacyRules.FieldInvalid, ("field", "mailReceipt"), ("found", language), ("allowed", "es, en"));
        failures.Require(buyer.Mail is not null, PharmacyRules.MailMissing, ("sale", sale.Id));
    }

    private async Task CheckPaymentsAsync(CommandContext x, IReadOnlyList<Payment> payments, Money total, Money rounding, Failures failures, CancellationToken ct)
    {
        var before = failures.All.Count;
        for (var i = 0; i < payments.Count; i++) CheckPayment(i + 1, payments[i], total.Currency, failures);
        foreach (var department in payments.Select(p => p.Department).Where(d => d is not null).Distinct())
            await desk.CheckDepartmentAsync(x, department, failures, ct).ConfigureAwait(false);
        if (failures.All.Count > before) return;
        var paid = payments.Aggregate(Money.Zero(total.Currency), (sum, p) => sum + p.Amount);
        failures.Require(paid == total, PharmacyRules.PaymentsDiffer, ("found", paid), ("asked", total), ("rounding", rounding));
    }

    private static void CheckPayment(int number, Payment p, Currency currency, Failures failures)
    {
        void Check(bool holds, object? found, string allowed) =>
            failures.Require(holds, PharmacyRules.PaymentInvalid, ("number", number), ("kind", p.Kind), ("found", found), ("allowed", allowed));
        bool IsAmount(Money m) => m.Currency == currency && m.Amount > 0 && m.Amount == decimal.Round(m.Amount, currency.Digits);
        Check(Enum.IsDefined(p.Kind), p.Kind, "a known kind");
        Check(IsAmount(p.Amount), p.Amount, $"more than zero, of {currency} with {currency.Digits} decimals");
        Check(p.Given is null || (p.Kind == PaymentKind.Cash && IsAmount(p.Given.Value) && p.Given.Value.Amount >= p.Amount.Amount), p.Given, "for cash only, at least the amount");
        Check((p.Kind == PaymentKind.DepartmentCredit) == p.Department is not null, p.Department is null ? "no department" : "a department", "a department for credit to one, and only then");
        failures.OptionalText("payment.reference", p.Reference, 60);
    }

    // Every guard runs again at this instant: expiry, recall, stock, and the price that was agreed.
    private async Task<SaleLine?> HandOverAsync(IUnit unit, Site site, SaleHead head, SaleLine line, Failures failures, CancellationToken ct)
    {
        try
        {
            var kept = await keeping.UsableAsync(unit.Context.Tenant, line, unit.Now, ct).ConfigureAwait(false);
            var issued = await issuing.StageAsync(unit, new IssueStock
            {
                From = head.Location,
                Lines = [new PickLine(line.Presentation, line.Quantity)],
                Reservation = kept?.Id,
                Target = new IssueTarget(head.Department, head.Patient),
                Policy = new AllocationPolicy(desk.Options.Picking),
                Document = head.Owner(),
                OnBehalfOf = head.Owner(),
                Act = PharmacyAct.Sell,
            }, ct).ConfigureAwait(false);
            var parts = issued.Lines[0].Parts;
            var presentation = (await presentations.FindAsync(unit.Context.Tenant, line.Presentation, ct).ConfigureAwait(false))!;
            var quote = await pricing.QuoteAsync(
                unit.Context.Tenant, site, unit.Now, SaleTerms.Of(head), presentation, line.Quantity,
                [.. parts.Select(p => new CostPart(p.Lot, p.Quantity, p.UnitCost))], ct).ConfigureAwait(false);
            CheckPrice(line, LinePrice.Of(quote), failures);
            return line with
            {
                Reservation = null,
                Posting = issued.Posting,
                Parts = [.. parts.Select((p, i) => new SalePart(p.Lot, p.Number, p.Expiration, p.Quantity, p.UnitCost, quote.Lots[i].Total, StockQuantity.Zero(p.Quantity.Scale)))],
            };
        }
        catch (PharmacyException e)
        {
            foreach (var failure in e.Failures) failures.Add(failure);
            return null;
        }
    }

    private static void CheckPrice(SaleLine line, LinePrice now, Failures failures) =>
        failures.Require(now.IsSameAs(line.Price), PharmacyRules.PriceNoLongerHolds,
            ("line", line.Number), ("asked", line.Price.Total), ("was", Rule(line.Price.Source)), ("found", now.Total), ("now", Rule(now.Source)));

    private static string Rule(PriceSource s) => FormattableString.Invariant($"{s.Code} v{s.Version}{(s.Special is { } special ? $" {special}" : "")}");

    private SaleAnswer Save(IUnit unit, Sale sale, CompleteSale command, Buyer buyer, CashierShift till, Money rounding, List<SaleLine> lines)
    {
        var payments = command.Payments.Select((p, i) => new SalePayment(
            i + 1, p.Kind, p.Amount, IsRefund: false, p.Given, p.Reference, p.Department, till.Id, unit.Now, unit.Context.Actor.Person)).ToList();
        var total = sale.Head.LinesTotal() + rounding;
        var invoice = total.Amount > 0 ? Invoice.Request(ids.Next<InvoiceId>(), InvoiceKind.Invoice, sale.Id, null, sale.Head.Site, total, unit.Now) : null;
        var done = sale.Complete(
            sale.Head with { Cashier = unit.Context.Actor.Person, Buyer = buyer, Rounding = rounding, Completed = unit.Now, Shift = till.Id, Invoice = invoice?.Id },
            lines, payments);
        stores.Sales.Save(unit, sale, done);
        stores.Shifts.Save(unit, till.Take(payments));
        if (invoice is not null) stores.Invoices.Add(unit, invoice);
        unit.Audit("sale.completed", done.Fact, $"{lines.Count} lines, {total}");
        if (command.MailReceipt is { } language)
            unit.Publish(PharmacyEvents.SaleReceiptRequested, JsonSerializer.Serialize(new SaleReceiptRequested(done.Id, language), ClinicJson.Options));
        return new(
            done.Id, done.Status, total, rounding, payments.Aggregate(Money.Zero(total.Currency), (sum, p) => sum + p.Change), done.Head.Credited, invoice?.Id,
            done.Version);
    }
}
