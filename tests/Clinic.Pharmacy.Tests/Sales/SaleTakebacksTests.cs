using Clinic.Abstractions;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Shifts;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Tests.Kit;
using FsCheck.Fluent;
using static Clinic.Pharmacy.Tests.Sales.Shop;

namespace Clinic.Pharmacy.Tests.Sales;

public sealed class SaleTakebacksTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cancelled_sale_gives_back_stock_money_and_the_invoice()
    {
        var s = await OpenAsync();
        var p = await s.ProductAsync();
        var sold = await s.SoldAsync(p, 5);

        var answer = await s.Takebacks.CancelAsync(s.H.As(), new CancelSale(sold.Sale, sold.Version, "wrong customer"), Ct);

        var sale = await s.SaleAsync(sold.Sale);
        Assert.Equal(SaleStatus.Cancelled, answer.Status);
        Assert.Equal(100, await s.H.OnHandAsync(sale.Lines[0].Parts[0].Lot));
        Assert.Equal(Usd(20), (await s.TillOfAsync(s.Cashier)).ExpectedOf(PaymentKind.Cash));
        Assert.Equal(InvoiceStatus.Void, (await s.InvoiceAsync(sold.Invoice!.Value)).Status);
        await Refused.WithAsync(() => s.Takebacks.CancelAsync(s.H.As(), new CancelSale(sold.Sale, answer.Version, "again"), Ct), PharmacyRules.SaleTransitionRefused);
    }

    [Fact]
    public async Task A_basket_is_given_up_by_its_cashier_and_frees_its_stock()
    {
        var s = await OpenAsync();
        var p = await s.ProductAsync(stock: 5);
        var basket = await s.AddAsync((await s.BeginAsync()).Sale, p, 5);
        basket = await s.Baskets.ReserveAsync(s.H.As(s.Cashier), new ReserveBasket(basket.Sale), Ct);

        await s.Takebacks.CancelAsync(s.H.As(s.Cashier), new CancelSale(basket.Sale, basket.Version, "went away"), Ct);

        await s.H.Issuing.IssueAsync(s.H.As(), s.H.Issue(p, 5), Ct);
    }

    [Fact]
    public async Task Once_the_till_is_closed_only_a_supervisor_cancels_from_a_till_of_his_own()
    {
        var s = await OpenAsync();
        var p = await s.ProductAsync(price: 1, tax: "IVA0");
        var sold = await s.SoldAsync(p, 5);
        var till = await s.TillOfAsync(s.Cashier);
        await s.Shifts.CloseAsync(s.H.As(s.Cashier), new CloseShift(till.Id, [new(PaymentKind.Cash, Usd(25))]), Ct);
        var command = new CancelSale(sold.Sale, sold.Version, "late");

        await Refused.WithAsync(() => s.Takebacks.CancelAsync(s.H.As(), command, Ct), PharmacyRules.CancelledTooLate);
        await Refused.WithAsync(() => s.Takebacks.CancelAsync(s.H.As(s.Cashier), command, Ct), PharmacyRules.RoleMissing);
        await Refused.WithAsync(() => s.Takebacks.CancelAsync(s.H.As(s.H.Supervisor), command, Ct), PharmacyRules.ShiftMissing);
        await s.TillAsync(s.H.Supervisor, 100);
        await s.Takebacks.CancelAsync(s.H.As(s.H.Supervisor), command, Ct);

        Assert.Equal(Usd(95), (await s.TillOfAsync(s.H.Supervisor)).ExpectedOf(PaymentKind.Cash));
    }

    [Fact]
    public async Task Goods_come_back_to_their_lot_at_their_cost_for_an_exact_credit()
    {
        var s = await OpenAsync();
        await s.TillAsync(s.H.Pharmacist);
        var p = await s.ProductAsync(price: 0.33m, cost: 0.21m);
        var sold = await s.SoldAsync(p, 3);
        Assert.Equal(Usd(1.14m), sold.Total);

        var first = await s.ReturnAsync(sold, s.H.Pharmacist, 1);
        await Refused.WithAsync(() => s.ReturnAsync(first, s.H.Pharmacist, 3), PharmacyRules.ReturnedMoreThanSold);
        await Refused.WithAsync(() => s.Takebacks.CancelAsync(s.H.As(), new CancelSale(sold.Sale, first.Version, "too late"), Ct), PharmacyRules.SaleTransitionRefused);
        var last = await s.ReturnAsync(first, s.H.Pharmacist, 2, GoodsCondition.Opened);

        var sale = await s.SaleAsync(sold.Sale);
        var lot = sale.Lines[0].Parts[0].Lot;
        Assert.Equal((SaleStatus.PartlyReturned, SaleStatus.Returned), (first.Status, last.Status));
        Assert.Equal(Usd(1.14m), last.Credited);
        Assert.Equal([Usd(0.38m), Usd(0.76m)], sale.Returns.Select(r => r.Total));
        Assert.Equal((98m, 2m), (await s.H.OnHandAsync(lot), await s.H.OnHandAsync(lot, s.H.Quarantine)));
        Assert.All((await s.H.LedgerAsync()).Where(m => m.Kind == MovementKind.Return), m => Assert.Equal(0.21m, m.UnitCost.Amount));
        Assert.Equal(2, (await s.H.Get<IInvoiceStore>().ListAsync(s.H.Tenant, sold.Sale, null, PageRequest.First, Ct)).Items.Count(i => i.Kind == InvoiceKind.CreditNote));
        Assert.Equal(Usd(18.86m), (await s.TillOfAsync(s.H.Pharmacist)).ExpectedOf(PaymentKind.Cash));
    }

    [Fact]
    public async Task Opened_goods_never_go_where_stock_is_picked_and_refunds_fit_what_was_paid()
    {
        var s = await OpenAsync();
        await s.TillAsync(s.H.Pharmacist);
        var p = await s.ProductAsync(price: 2, tax: "IVA0");
        var basket = await s.AddAsync((await s.BeginAsync()).Sale, p, 5);
        var sold = await s.CompleteAsync(basket, null, new Payment(PaymentKind.Card, Usd(4)), new Payment(PaymentKind.Cash, Usd(6)));
        var store = new GoodsBack(1, new Quantity(1, UnitCode.Tablet), GoodsCondition.Opened, s.H.Store);

        Task Return(GoodsBack goods, params Refund[] refunds) =>
            s.Takebacks.ReturnAsync(s.H.As(), new ReturnSale(sold.Sale, sold.Version, [goods], "opened", refunds.Length > 0 ? refunds : null), Ct);
        await Refused.WithAsync(() => Return(store), PharmacyRules.LocationKindWrong);
        var quarantine = store with { To = s.H.Quarantine };
        await Refused.WithAsync(() => Return(quarantine with { Lot = Hospital.Id<LotId>(77) }), PharmacyRules.ReturnLotUnclear);
        await Refused.WithAsync(() => Return(quarantine with { Line = 9 }), PharmacyRules.SaleLineUnknown);
        await Refused.WithAsync(() => Return(quarantine, new Refund(PaymentKind.Insurer, Usd(2))), PharmacyRules.RefundTooMuch);
        await Refused.WithAsync(() => Return(quarantine, new Refund(PaymentKind.Cash, Usd(1))), PharmacyRules.RefundsDiffer);
        await Refused.WithAsync(() => Return(quarantine, new Refund(PaymentKind.Cash, Usd(-2))), PharmacyRules.FieldInvalid);
        await Return(quarantine with { Quantity = new(3, UnitCode.Tablet) });

        Assert.Equal((Usd(0), Usd(4)), ((await s.SaleAsync(sold.Sale)).PaidBy(PaymentKind.Card), (await s.SaleAsync(sold.Sale)).PaidBy(PaymentKind.Cash)));
    }

    [Fact]
    public void The_credits_of_any_partial_returns_sum_to_the_line_to_the_cent() =>
        Prop.ForAll(
            Gen.Choose(1, 100_000).ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), Gen.Choose(1, 9).NonEmptyListOf().ToArbitrary(), (net, tax, parts) =>
            {
                var price = new LinePrice(
                    new(new(Guid.CreateVersion7()), "PUB", 1, null), [], Usd(net / 100m), Usd(0), [new("IVA", 15, false, Usd(net / 100m), Usd(tax / 100m))],
                    Usd((net + tax) / 100m));
                var sold = new StockQuantity(parts.Sum(), 0);
                var before = StockQuantity.Zero(0);
                var credited = Usd(0);
                foreach (var part in parts)
                {
                    var credit = LineCredit.Of(price, sold, before, new(part, 0));
                    if (credit.Net.Amount < 0 || credit.Taxes[0].Amount.Amount < 0) return false;
                    credited += credit.Total;
                    before += new StockQuantity(part, 0);
                }

                return credited == price.Total;
            }).Holds(200);

    [Fact]
    public void Stock_money_and_cost_agree_after_any_history_of_sales_returns_and_cancellations() =>
        Prop.ForAll(Gen.Choose(0, 999).ListOf().Resize(14).ToArbitrary(), steps => HistoryAsync([.. steps]).GetAwaiter().GetResult()).Holds(25);

    private static async Task<bool> HistoryAsync(IReadOnlyList<int> steps)
    {
        var s = await OpenAsync();
        s.Options.CashStep = 0.05m;
        await s.TillAsync(s.H.Pharmacist, 500);
        var p = await s.ProductAsync("A", price: 0.37m, cost: 0.111m, stock: 40);
        await s.H.LotAsync(p, 40, "L2", unitCost: 0.25m, expires: new(2027, 1, 31));
        var sold = new List<SaleAnswer>();
        foreach (var step in steps)
        {
            try
            {
                if (step % 3 == 0 || sold.Count == 0) sold.Add(await SellAsync(s, p, 1 + (step % 11)));
                else if (step % 3 == 1) await BackAsync(s, sold, step);
                else await s.Takebacks.CancelAsync(s.H.As(), new CancelSale(sold[step % sold.Count].Sale, (await s.SaleAsync(sold[step % sold.Count].Sale)).Version, "x"), Ct);
            }
            catch (PharmacyException e) when (e.Code is PharmacyRules.StockShort or PharmacyRules.SaleTransitionRefused or PharmacyRules.ReturnedMoreThanSold)
            {
            }
        }

        return await HoldsAsync(s, p, sold);
    }

    private static async Task<SaleAnswer> SellAsync(Shop s, Presentations.Presentation p, int quantity)
    {
        var basket = await s.AddAsync((await s.BeginAsync()).Sale, p, quantity);
        return await s.CompleteAsync(basket, null, new Payment(PaymentKind.Cash, basket.Total + CashRounding.Of(basket.Total, 0.05m)));
    }

    private static async Task BackAsync(Shop s, List<SaleAnswer> sold, int step)
    {
        var sale = await s.SaleAsync(sold[step % sold.Count].Sale);
        var part = sale.Lines[0].Parts[step % sale.Lines[0].Parts.Count];
        var condition = step % 2 == 0 ? GoodsCondition.Sellable : GoodsCondition.Doubtful;
        var goods = new GoodsBack(1, new Quantity(1 + (step % 4), UnitCode.Tablet), condition, condition == GoodsCondition.Sellable ? s.H.Store : s.H.Quarantine, part.Lot);
        await s.Takebacks.ReturnAsync(s.H.As(), new ReturnSale(sale.Id, sale.Version, [goods], "back"), Ct);
    }

    // What lies here and what is with buyers is what was bought; the tills hold what sales say; no credit is above its sale.
    private static async Task<bool> HoldsAsync(Shop s, Presentations.Presentation p, List<SaleAnswer> sold)
    {
        var all = new List<Sale>();
        foreach (var one in sold) all.Add(await s.SaleAsync(one.Sale));
        var open = all.Where(x => x.Status != SaleStatus.Cancelled).ToList();
        var lying = (await s.H.Get<IStockStore>().ListAsync(s.H.Tenant, new StockQuery(p.Id), new PageRequest(500), Ct)).Items;
        var with = open.SelectMany(x => x.Lines[0].Parts);
        var paid = all.Sum(x => x.Payments.Sum(y => y.IsRefund ? -y.Amount.Amount : y.Amount.Amount));
        var tills = (await s.TillOfAsync(s.Cashier)).ExpectedOf(PaymentKind.Cash).Amount + (await s.TillOfAsync(s.H.Pharmacist)).ExpectedOf(PaymentKind.Cash).Amount - 520;
        return (await s.H.Inquiries.VerifyAsync(s.H.Tenant, Ct)).Count == 0
            && lying.Sum(l => l.OnHand.Value) + with.Sum(x => x.Outstanding().Value) == 80
            && lying.Sum(l => l.Value.Amount) + with.Sum(x => x.UnitCost.ValueOf(x.Outstanding()).Amount) == (40 * 0.111m) + (40 * 0.25m)
            // Every coin exists, of payments and of refunds.
            && all.All(x => x.Payments.All(y => y.Amount.Amount % 0.05m == 0))
            && paid == tills && paid == open.Sum(x => x.Head.Total().Amount - x.Head.Credited.Amount)
            && all.All(x => x.Head.Credited.Amount <= x.Head.Total().Amount && (x.Status != SaleStatus.Returned || x.Head.Credited == x.Head.Total()))
            && all.All(x => x.Lines.All(l => l.Parts.Sum(y => y.Total.Amount) == l.Price.Total.Amount));
    }
}
