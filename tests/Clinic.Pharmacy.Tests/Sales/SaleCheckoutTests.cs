using Clinic.Abstractions;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Register;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Printing;
using Clinic.Pharmacy.Sales.Shifts;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;
using static Clinic.Pharmacy.Tests.Sales.Shop;

namespace Clinic.Pharmacy.Tests.Sales;

public sealed class SaleCheckoutTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sale_takes_stock_money_and_asks_for_an_invoice_in_one_commit()
    {
        var s = await OpenAsync();
        var p = await s.ProductAsync(price: 1.10m, cost: 0.5m);
        var basket = await s.BeginAsync();
        basket = await s.AddAsync(basket.Sale, p, 3);

        var answer = await s.CompleteAsync(basket, null, new Payment(PaymentKind.Cash, Usd(2), Usd(5)), new Payment(PaymentKind.Card, Usd(1.80m), Reference: "V-1"));

        var sale = await s.SaleAsync(answer.Sale);
        Assert.Equal((SaleStatus.Completed, Usd(3.80m), Usd(3)), (answer.Status, answer.Total, answer.Change));
        Assert.Equal((Usd(3.30m), Usd(0.50m)), (sale.Head.Net, sale.Head.Tax));
        Assert.Equal(Usd(1.50m), sale.Lines[0].Cost());
        Assert.Equal(97, await s.H.OnHandAsync(sale.Lines[0].Parts[0].Lot));
        var issue = (await s.H.LedgerAsync()).Single(m => m.Posting == sale.Lines[0].Posting);
        Assert.Equal(($"sale/{sale.Id}", Hospital.Id<PatientId>(1)), (issue.Document, issue.Target!.Patient!.Value));
        var till = await s.TillOfAsync(s.Cashier);
        Assert.Equal((Usd(22), Usd(1.80m)), (till.ExpectedOf(PaymentKind.Cash), till.ExpectedOf(PaymentKind.Card)));
        Assert.Equal(Clinic.Pharmacy.Sales.Invoices.InvoiceStatus.Pending, (await s.InvoiceAsync(answer.Invoice!.Value)).Status);
        Assert.DoesNotContain(await s.H.AuditAsync(), e => $"{e}".Contains("Ñáñez", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_button_twice_gives_the_same_answer_and_sells_once()
    {
        var s = await OpenAsync();
        var p = await s.ProductAsync(stock: 10);
        var basket = await s.AddAsync((await s.BeginAsync()).Sale, p, 4);
        var x = s.H.As(s.Cashier);
        var command = new CompleteSale(basket.Sale, basket.Version, [new(PaymentKind.Cash, basket.Total)]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Apart(() => s.Checkout.CompleteAsync(x, command, Ct))));

        Assert.Single(answers.Distinct());
        Assert.Equal(6, await s.H.OnHandAsync((await s.SaleAsync(basket.Sale)).Lines[0].Parts[0].Lot));
        Assert.Single((await s.SaleAsync(basket.Sale)).Payments);
    }

    [Fact]
    public async Task Two_cashiers_race_for_the_last_unit_and_exactly_one_sells()
    {
        var s = await OpenAsync();
        await s.TillAsync(s.Auxiliary);
        var p = await s.ProductAsync(stock: 1);
        var mine = await s.AddAsync((await s.BeginAsync()).Sale, p, 1);
        var theirs = await s.AddAsync((await s.BeginAsync(s.Auxiliary)).Sale, p, 1, s.Auxiliary);

        var outcomes = await Task.WhenAll(
            Apart(() => Outcome(() => s.CompleteAsync(mine))), Apart(() => Outcome(() => s.CompleteAsync(theirs, s.Auxiliary))));

        Assert.Equal(["done", PharmacyRules.StockShort], outcomes.Order(StringComparer.Ordinal).Reverse());
        var tills = new[] { await s.TillOfAsync(s.Cashier), await s.TillOfAsync(s.Auxiliary) };
        Assert.Equal(41.27m, tills.Sum(t => t.ExpectedOf(PaymentKind.Cash).Amount));
        Assert.Empty(await s.H.Inquiries.VerifyAsync(s.H.Tenant, Ct));
    }

    [Fact]
    public async Task A_reserved_basket_keeps_its_stock_until_it_runs_out()
    {
        var s = await OpenAsync();
        var p = await s.ProductAsync(stock: 5);
        var basket = await s.AddAsync((await s.BeginAsync()).Sale, p, 5);
        basket = await s.Baskets.ReserveAsync(s.H.As(s.Cashier), new ReserveBasket(basket.Sale), Ct);

        await Refused.WithAsync(() => s.H.Issuing.IssueAsync(s.H.As(), s.H.Issue(p, 1), Ct), PharmacyRules.StockShort);
        basket = await s.Baskets.ReserveAsync(s.H.As(s.Cashier), new ReserveBasket(basket.Sale), Ct);
        s.H.Clock.Advance(Duration.FromMinutes(16));
        await s.H.Issuing.IssueAsync(s.H.As(), s.H.Issue(p, 1), Ct);
        await Refused.WithAsync(() => s.CompleteAsync(basket), PharmacyRules.StockShort);

        var changed = await s.Baskets.ChangeAsync(s.H.As(s.Cashier), new ChangeSaleLine(basket.Sale, 1, new Quantity(4, UnitCode.Tablet)), Ct);
        changed = await s.Baskets.ReserveAsync(s.H.As(s.Cashier), new ReserveBasket(changed.Sale), Ct);
        Assert.Equal(SaleStatus.Completed, (await s.CompleteAsync(changed)).Status);
    }

    [Fact]
    public async Task Stock_of_a_sale_moves_only_with_the_sale()
    {
        var s = await OpenAsync();
        var p = await s.ProductAsync();
        var sold = await s.SaleAsync((await s.SoldAsync(p, 2)).Sale);

        await Refused.WithAsync(
            () => s.H.Reversing.ReverseAsync(s.H.As(), new(sold.Lines[0].Posting!.Value, "mistake"), Ct), PharmacyRules.OwnedElsewhere);
    }

    [Fact]
    public async Task A_lot_that_expired_since_is_refused_at_the_completion()
    {
        var s = await OpenAsync();
        var p = await s.ProductAsync(stock: 5, expires: s.H.Site.DateOf(s.H.Clock.Now));
        var basket = await s.AddAsync((await s.BeginAsync()).Sale, p, 1);

        s.H.Clock.Advance(Duration.FromHours(20));

        await Refused.WithAsync(() => s.CompleteAsync(basket), PharmacyRules.StockShort);
    }

    [Fact]
    public async Task A_price_that_changes_while_the_sale_is_written_is_refused_too()
    {
        var s = await OpenAsync();
        var p = await s.ProductAsync(price: 1m, tax: "IVA0");
        var basket = await s.AddAsync((await s.BeginAsync()).Sale, p, 2);
        var ids = new LateIds(s.H.Get<IIdGenerator>(), () => s.PriceAsync(new PriceEntry(p.Id, PricePer.BaseUnit, PriceRule.Fixed(1.25m), "IVA0")));
        var checkout = new SaleCheckout(
            s.H.Get<IUnitOfWork>(), s.H.Get<SaleDesk>(), s.H.Get<SalePricing>(), s.H.Get<BasketReservations>(), s.H.Get<StockIssuing>(), s.H.Get<CashierShifts>(),
            s.H.Get<SaleStores>(), s.H.Get<IPresentationStore>(), ids);

        await Refused.WithAsync(
            () => checkout.CompleteAsync(s.H.As(s.Cashier), new CompleteSale(basket.Sale, basket.Version, [new(PaymentKind.Cash, basket.Total)]), Ct), PharmacyRules.PriceNoLongerHolds);
    }

    [Fact]
    public async Task A_price_that_changed_since_is_refused_until_the_line_is_priced_anew()
    {
        var s = await OpenAsync();
        var p = await s.ProductAsync(price: 1m, tax: "IVA0");
        var basket = await s.AddAsync((await s.BeginAsync()).Sale, p, 2);
        await s.PriceAsync(new PriceEntry(p.Id, PricePer.BaseUnit, PriceRule.Fixed(1.25m), "IVA0"));

        await Refused.WithAsync(() => s.CompleteAsync(basket), PharmacyRules.PriceNoLongerHolds);
        basket = await s.Baskets.ChangeAsync(s.H.As(s.Cashier), new ChangeSaleLine(basket.Sale, 1, new Quantity(2, UnitCode.Tablet)), Ct);

        Assert.Equal(Usd(2.50m), (await s.CompleteAsync(basket)).Total);
    }

    [Fact]
    public async Task A_controlled_medicine_needs_a_prescription_of_the_last_days()
    {
        var s = await OpenAsync();
        var p = await s.ProductAsync(controlled: ControlledClass.Psychotropic);
        var basket = await s.AddAsync((await s.BeginAsync()).Sale, p, 1);
        Assert.Contains(basket.Warnings, w => w.Kind == SaleWarningKind.PrescriptionNeeded);
        await Refused.WithAsync(() => s.CompleteAsync(basket), PharmacyRules.PrescriptionMissing);
        var today = s.H.Site.DateOf(s.H.Clock.Now);

        async Task<BasketAnswer> With(LocalDate date) => await s.Baskets.ChangeAsync(
            s.H.As(s.Cashier), new ChangeSaleLine(basket.Sale, 1, new Quantity(1, UnitCode.Tablet), new("R-1", "Dra. Peña", "MSP-123", date)), Ct);
        basket = await With(today.PlusDays(1));
        await Refused.WithAsync(() => s.CompleteAsync(basket), PharmacyRules.PrescriptionOutdated);
        basket = await With(today.PlusDays(-31));
        await Refused.WithAsync(() => s.CompleteAsync(basket), PharmacyRules.PrescriptionOutdated);
        basket = await With(today.PlusDays(-30));

        Assert.Equal("R-1", (await s.SaleAsync((await s.CompleteAsync(basket)).Sale)).Lines[0].Prescription!.Number);
        s.H.Clock.Advance(Duration.FromMinutes(1));
        var lines = await s.H.Get<ControlledRegister>().LinesAsync(s.H.As(s.H.Supervisor), new RegisterQuery(s.H.Clock.Now - Duration.FromHours(1), s.H.Clock.Now), PageRequest.First, Ct);
        Assert.Equal("R-1", lines.Items.Single(l => l.Prescription is not null).Prescription);
    }

    [Fact]
    public async Task Every_failed_guard_of_the_checkout_is_named_at_once()
    {
        var s = await OpenAsync();
        s.Options.FinalConsumerLimit = 1;
        var p = await s.ProductAsync(stock: 1, controlled: ControlledClass.Narcotic);
        var basket = await s.AddAsync((await s.BeginAsync(buyer: Buyer.FinalConsumer)).Sale, p, 2);

        await Refused.WithAsync(
            () => s.Checkout.CompleteAsync(s.H.As(s.Cashier), new CompleteSale(basket.Sale, 1, [new(PaymentKind.Cash, Usd(1))], MailReceipt: "es"), Ct),
            PharmacyRules.StaleVersion, PharmacyRules.FinalConsumerLimit, PharmacyRules.PrescriptionMissing, PharmacyRules.PaymentsDiffer, PharmacyRules.StockShort,
            PharmacyRules.MailMissing);
    }

    [Fact]
    public async Task Payments_are_checked_one_by_one()
    {
        var s = await OpenAsync();
        var p = await s.ProductAsync(price: 10, tax: "IVA0");
        var basket = await s.AddAsync((await s.BeginAsync()).Sale, p, 1);

        foreach (var wrong in (Payment[])
            [
                new(PaymentKind.Cash, Usd(0)), new(PaymentKind.Cash, Usd(-10)), new(PaymentKind.Cash, Usd(9.999m)), new(PaymentKind.Cash, new(10, Currency.Eur)),
                new(PaymentKind.Cash, Usd(10), Usd(9)), new(PaymentKind.Card, Usd(10), Usd(20)), new(PaymentKind.DepartmentCredit, Usd(10)),
                new(PaymentKind.Card, Usd(10), Department: s.H.WardDepartment),
            ])
            await Refused.WithAsync(() => s.CompleteAsync(basket, null, wrong), PharmacyRules.PaymentInvalid);
        await Refused.WithAsync(() => s.CompleteAsync(basket, null, new Payment(PaymentKind.DepartmentCredit, Usd(10), Department: Hospital.Id<DepartmentId>(99))), PharmacyRules.DepartmentUnknown);
        await Refused.WithAsync(() => s.CompleteAsync(basket, null, new Payment(PaymentKind.Card, Usd(9.99m))), PharmacyRules.PaymentsDiffer);

        Assert.Equal(SaleStatus.Completed, (await s.CompleteAsync(basket, null, new Payment(PaymentKind.DepartmentCredit, Usd(10), Department: s.H.WardDepartment))).Status);
    }

    [Fact]
    public async Task Cash_is_rounded_to_the_smallest_coin_and_cards_are_not()
    {
        var s = await OpenAsync();
        s.Options.CashStep = 0.05m;
        var p = await s.ProductAsync(price: 1.03m, tax: "IVA0");
        var card = await s.CompleteAsync(await s.AddAsync((await s.BeginAsync()).Sale, p, 1), null, new Payment(PaymentKind.Card, Usd(1.03m)));
        var cash = await s.CompleteAsync(await s.AddAsync((await s.BeginAsync()).Sale, p, 1), null, new Payment(PaymentKind.Cash, Usd(1.05m)));

        Assert.Equal((Usd(0), Usd(1.03m)), (card.Rounding, card.Total));
        Assert.Equal((Usd(0.02m), Usd(1.05m)), (cash.Rounding, cash.Total));
    }

    [Fact]
    public async Task Without_a_till_nothing_is_sold()
    {
        var s = await OpenAsync(withTill: false);
        var p = await s.ProductAsync();
        var basket = await s.AddAsync((await s.BeginAsync()).Sale, p, 1);

        await Refused.WithAsync(() => s.CompleteAsync(basket), PharmacyRules.ShiftMissing);
    }

    [Fact]
    public async Task Baskets_refuse_what_does_not_fit()
    {
        var s = await OpenAsync();
        s.Options.MostLines = 2;
        var p = await s.ProductAsync("A");
        var q = await s.ProductAsync("B");
        var r = await s.ProductAsync("C");
        var sale = (await s.BeginAsync()).Sale;
        await s.AddAsync(sale, p, 1);
        await Refused.WithAsync(() => s.AddAsync(sale, p, 1), PharmacyRules.AlreadyInBasket);
        await s.AddAsync(sale, q, 1);
        await Refused.WithAsync(() => s.AddAsync(sale, r, 1), PharmacyRules.BasketSizeWrong);
        await Refused.WithAsync(() => s.AddAsync(new SaleId(Guid.CreateVersion7()), r, 1), PharmacyRules.SaleUnknown);
        await Refused.WithAsync(() => s.Baskets.RemoveAsync(s.H.As(s.Cashier), new RemoveSaleLine(sale, 7), Ct), PharmacyRules.SaleLineUnknown);
        await Refused.WithAsync(() => s.AddAsync(sale, r, -1), PharmacyRules.BasketSizeWrong, PharmacyRules.QuantityNotPositive);
        await Refused.WithAsync(() => s.BeginAsync(buyer: Maria with { Mail = "not a mail" }), PharmacyRules.MailUnreadable);
        await Refused.WithAsync(() => s.BeginAsync(s.H.Nurse), PharmacyRules.RoleMissing);

        var left = await s.Baskets.RemoveAsync(s.H.As(s.Cashier), new RemoveSaleLine(sale, 1), Ct);
        Assert.Equal(Usd(1.27m), left.Total);
        var third = await s.AddAsync(sale, r, 1);
        Assert.Equal(3, third.Line);
        await Refused.WithAsync(async () => await s.CompleteAsync(await s.BeginAsync()), PharmacyRules.BasketSizeWrong, PharmacyRules.PaymentInvalid);
    }

    [Fact]
    public async Task A_quote_keeps_nothing_and_says_what_a_cashier_should_know()
    {
        var s = await OpenAsync();
        s.Options.CashStep = 0.05m;
        var p = await s.ProductAsync("A", stock: 1, controlled: ControlledClass.Narcotic);

        var quote = await s.H.Get<SaleQuotes>().QuoteAsync(
            s.H.As(s.Cashier), new QuoteBasket(s.H.Store, PriceSegment.Patient, [new BasketLine(p.Id, new Quantity(3, p.BaseUnit))]), Ct);

        Assert.Equal((Usd(3.80m), Usd(0)), (quote.Total, quote.Rounding));
        Assert.Equal([SaleWarningKind.StockShort, SaleWarningKind.PrescriptionNeeded], quote.Warnings.Select(w => w.Kind));
        Assert.Empty((await s.H.Get<ISaleStore>().ListAsync(s.H.Tenant, new SaleQuery(), PageRequest.First, Ct)).Items);
    }

    [Fact]
    public async Task The_receipt_is_asked_for_by_an_event_that_names_nobody()
    {
        var s = await OpenAsync();
        var p = await s.ProductAsync();
        var sold = await s.SoldAsync(p, 1);
        await s.Receipts.RequestAsync(s.H.As(s.Cashier), new RequestReceipt(sold.Sale, "en"), Ct);
        await Refused.WithAsync(() => s.Receipts.RequestAsync(s.H.As(s.Cashier), new RequestReceipt(sold.Sale, "fr"), Ct), PharmacyRules.FieldInvalid);

        var asked = Assert.Single(await s.EventsAsync(PharmacyEvents.SaleReceiptRequested));

        Assert.Equal($$"""{"sale":"{{sold.Sale}}","language":"en"}""", asked.Json);
        Assert.Equal("maria@example.com", (await s.Receipts.MailAsync(s.H.Tenant, sold.Sale, "es", Ct))!.To);
    }

    private static Task<T> Apart<T>(Func<Task<T>> act)
    {
        using (ExecutionContext.SuppressFlow()) return Task.Run(act);
    }

    private static async Task<string> Outcome(Func<Task> act)
    {
        try
        {
            await act();
            return "done";
        }
        catch (PharmacyException e)
        {
            return e.Code;
        }
    }
}
