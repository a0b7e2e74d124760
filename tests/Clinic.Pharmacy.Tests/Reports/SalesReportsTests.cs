using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Reports;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Tests.Sales;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Reports;

/// <summary>Reports about sales: margins, invoices, reconciliation.</summary>
public sealed class SalesReportsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Margins_and_documents_of_random_sales_equal_a_recomputation_and_the_books_agree() =>
        Prop.ForAll(Gen.Choose(0, 999).ArrayOf(12).ToArbitrary(), steps => SellAndCheckAsync(steps).GetAwaiter().GetResult()).Holds(maxTest: 12);

    [Fact]
    public async Task The_words_of_a_margin_are_not_mixed_up()
    {
        // Cost 27.273 and price 100: the peer documents a margin of 127.273; it is 72.727 of the price and 266.66 over cost.
        var s = await Shop.OpenAsync();
        var p = await s.ProductAsync(price: 100, cost: 27.273m);
        await s.SoldAsync(p, 1);
        var today = s.H.Site.DateOf(s.H.Clock.Now);

        var row = Assert.Single((await s.H.Get<SalesReports>().MarginsAsync(s.H.Tenant, s.H.Pharmacist, s.H.Site.Id, today, today, MarginBy.Product, Ct)).Rows);

        Assert.Equal((100m, 27.273m, 72.727m), (row.Net.Amount, row.Cost.Amount, row.Profit.Amount));
        Assert.Equal(72.727m, row.MarginOnPricePercent);
        Assert.Equal(266.66m, decimal.Round(row.MarkupOnCostPercent!.Value, 2));
    }

    [Fact]
    public async Task A_return_in_the_next_month_counts_there_below_zero()
    {
        var s = await Shop.OpenAsync();
        var p = await s.ProductAsync(price: 2, cost: 1);
        var sale = await s.SoldAsync(p, 5);
        await s.TillAsync(s.H.Supervisor);
        s.H.Clock.Advance(Duration.FromDays(30));
        await s.ReturnAsync(sale, s.H.Supervisor, 2);
        var today = s.H.Site.DateOf(s.H.Clock.Now);

        var rows = (await s.H.Get<SalesReports>().MarginsAsync(s.H.Tenant, s.H.Pharmacist, s.H.Site.Id, today.PlusDays(-60), today, MarginBy.Month | MarginBy.Product | MarginBy.Segment, Ct)).Rows;

        Assert.Equal([(new YearMonth(2026, 3), 5m, 10m, 5m), (new YearMonth(2026, 4), -2m, -4m, -2m)], rows.Select(r => (r.Month!.Value, r.Quantity!.Value.Value, r.Net.Amount, r.Cost.Amount)));
        Assert.Null(rows[1].MarginOnPricePercent);
        Assert.Null(rows[1].MarkupOnCostPercent);
    }

    [Fact]
    public void Every_kind_of_disagreement_is_found()
    {
        var lot = new LotId(Guid.CreateVersion7());
        var sale = new SaleId(Guid.CreateVersion7());
        TracedLot Of(long steps, decimal value) => new(lot, new(steps, 0), Shop.Usd(value));
        TracedInvoice Document(decimal total, InvoiceKind kind = InvoiceKind.Invoice, InvoiceStatus status = InvoiceStatus.Accepted, bool isVoidWanted = false) =>
            new(new(Guid.CreateVersion7()), kind, status, isVoidWanted, Shop.Usd(total));
        var right = new SaleTrace(sale, SaleStatus.Completed, Shop.Usd(10), Shop.Usd(0), [Of(2, 1)], [Of(2, 1)], [Document(10)]);
        IEnumerable<SaleDifferenceKind> Kinds(SaleTrace trace) => SaleReconciler.Compare(trace).Select(d => d.Kind);

        Assert.Empty(Kinds(right));
        Assert.Equal([SaleDifferenceKind.StockQuantity], Kinds(right with { Ledger = [Of(3, 1.5m)] }));
        Assert.Equal([SaleDifferenceKind.StockQuantity], Kinds(right with { Ledger = [] }));
        Assert.Equal([SaleDifferenceKind.StockQuantity], Kinds(right with { Sold = [] }));
        Assert.Equal([SaleDifferenceKind.StockValue], Kinds(right with { Ledger = [Of(2, 1.5m)] }));
        Assert.Equal([SaleDifferenceKind.InvoiceMissing], Kinds(right with { Invoices = [] }));
        Assert.Empty(Kinds(right with { Invoices = [], Total = Shop.Usd(0) }));
        Assert.Equal([SaleDifferenceKind.InvoiceTotal], Kinds(right with { Invoices = [Document(9.99m)] }));
        Assert.Equal([SaleDifferenceKind.CreditNotes], Kinds(right with { Credited = Shop.Usd(1) }));
        Assert.Empty(Kinds(right with { Credited = Shop.Usd(1), Invoices = [Document(10), Document(1, InvoiceKind.CreditNote)] }));
        var cancelled = right with { Status = SaleStatus.Cancelled, Sold = [], Ledger = [] };
        Assert.Equal([SaleDifferenceKind.InvoiceStands], Kinds(cancelled));
        Assert.Empty(Kinds(cancelled with { Invoices = [Document(10, isVoidWanted: true)] }));
        Assert.Empty(Kinds(cancelled with { Invoices = [Document(10, status: InvoiceStatus.Void)] }));
    }

    private static async Task SellAndCheckAsync(int[] steps)
    {
        var s = await Shop.OpenAsync();
        await s.TillAsync(s.H.Supervisor);
        Presentation[] products = [await s.ProductAsync("AAA", 1.13m, cost: 0.37m), await s.ProductAsync("BBB", 7.77m, "IVA0", cost: 5.5m)];
        var sold = new List<SaleAnswer>();
        foreach (var step in steps)
        {
            s.H.Clock.Advance(Duration.FromMinutes(step % 100));
            switch (step % 4)
            {
                case 0 when sold.Count > 0:
                    sold[^1] = (await s.SaleAsync(sold[^1].Sale)).Status is SaleStatus.Completed ? await s.ReturnAsync(sold[^1], s.H.Supervisor, 1) : sold[^1];
                    break;
                case 1 when sold.Count > 0:
                    var last = await s.SaleAsync(sold[^1].Sale);
                    if (last.Status == SaleStatus.Completed) await s.Takebacks.CancelAsync(s.H.As(s.H.Supervisor), new CancelSale(last.Id, last.Version, "mistake"), Ct);
                    break;
                default:
                    sold.Add(await s.SoldAsync(products[step % 2], 1 + (step % 7)));
                    break;
            }
        }

        var reports = s.H.Get<SalesReports>();
        var today = s.H.Site.DateOf(s.H.Clock.Now);
        var first = today.PlusDays(-2);
        var all = new List<Sale>();
        foreach (var answer in sold) all.Add(await s.SaleAsync(answer.Sale));
        var standing = all.Where(x => x.Status != SaleStatus.Cancelled).ToList();
        var rows = (await reports.MarginsAsync(s.H.Tenant, s.H.Pharmacist, s.H.Site.Id, first, today, MarginBy.Product, Ct)).Rows;
        foreach (var p in products)
        {
            var lines = standing.SelectMany(x => x.Lines.Select(l => (x, l))).Where(y => y.l.Presentation == p.Id).ToList();
            var net = lines.Sum(y => y.l.Price.Net.Amount - y.x.Returns.SelectMany(r => r.Lines).Where(b => b.Line == y.l.Number).Sum(b => b.Net.Amount));
            var cost = lines.Sum(y => y.l.Parts.Sum(part => part.Outstanding().Value * part.UnitCost.Amount));
            var row = rows.SingleOrDefault(r => r.Product!.Presentation == p.Id);
            Assert.Equal((net, cost), (row?.Net.Amount ?? 0, row?.Cost.Amount ?? 0));
        }

        // What was sold and stays sold is the cost of goods of the ledger.
        var goods = await s.H.Get<StockReports>().CostOfGoodsAsync(s.H.Tenant, s.H.Pharmacist, s.H.Site.Id, first, today, Ct);
        Assert.Equal(goods.Flows.Single().Used.Amount, rows.Sum(r => r.Cost.Amount));

        var reconciled = await reports.ReconcileAsync(s.H.Tenant, s.H.Pharmacist, s.H.Site.Id, first, today, PageRequest.First, Ct);
        Assert.Equal(all.Count, reconciled.Compared);
        Assert.Empty(reconciled.Rows);
        Assert.Empty(reconciled.Ledger);
        var documents = await reports.InvoicesAsync(s.H.Tenant, s.H.Pharmacist, s.H.Site.Id, first, today, Ct);
        Assert.Equal(standing.Sum(x => x.Head.Total().Amount), documents.Totals.Single(t => t.Name == "invoiced").Amount.Amount);
        Assert.Equal(all.Sum(x => x.Head.Credited.Amount), documents.Totals.Single(t => t.Name == "credited").Amount.Amount);
        var fill = (await s.H.Get<StockReports>().KpisAsync(s.H.Tenant, s.H.Pharmacist, s.H.Site.Id, first, today, Ct)).Rows.Single().FillRate;
        Assert.Equal(all.Count == 0 ? null : 1m, fill);
    }
}
