using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Reports;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Shifts;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IReportStore"/> promises: every sum equals a recomputation from single movements and sales.</summary>
public static class ReportStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("Flows, movements and quarters of any part of the ledger equal a recomputation", SumsAsync),
        new("What was sold is exact: sales, cancellations and returns on their day, cost by the ledger", SoldAsync),
        new("Documents are counted and summed by segment, kind and state", InvoicesAsync),
        new("Sales are set beside their movements and documents, page by page", TracesAsync),
        new("Nothing of another tenant or site is seen", SeparatesAsync),
    ];

    private static async Task SumsAsync(IClinicStores stores, CancellationToken ct)
    {
        var product = stores.NewId<PresentationId>();
        var place = stores.NewId<LocationId>();
        var ward = stores.NewId<DepartmentId>();
        var lying = new List<(Lot Lot, LocationId Location)>();
        for (var i = 0; i < 3; i++) lying.Add(await stores.LyingAsync(1000, ct, i < 2 ? product : null, place).ConfigureAwait(false));
        MovementKind[] kinds = [MovementKind.Issue, MovementKind.Waste, MovementKind.Adjustment, MovementKind.Count, MovementKind.SupplierReturn];
        for (var i = 0; i < 20; i++)
        {
            // Some share one instant, some are written down late, and quarters of an hour begin in between.
            if (i % 3 != 0) stores.Clock.Advance(Duration.FromMinutes(7));
            var (lot, at) = lying[i % 3];
            var late = i % 5 == 4 ? stores.Now() - Duration.FromMinutes(3) : (Instant?)null;
            var out1 = stores.AMovement(lot, at, MovementDirection.Out, 1 + i, kinds[i % 5], late) with { Target = i % 5 == 0 && i % 2 == 0 ? new IssueTarget(ward) : null };
            await stores.PostAsync(ct, out1).ConfigureAwait(false);
            if (i == 10) await stores.PostAsync(ct, stores.AMovement(lot, at, MovementDirection.In, 2, MovementKind.Return) with { Returns = out1.Id, Target = out1.Target }).ConfigureAwait(false);
            if (i == 15) await stores.PostAsync(ct, stores.AMovement(lot, at, MovementDirection.In, 16, MovementKind.Issue) with { Reverses = out1.Id }).ConfigureAwait(false);
        }

        var store = stores.Get<IReportStore>();
        var page = await stores.Get<IMovementStore>().ListAsync(stores.Tenant, new MovementQuery(), new PageRequest(500), ct).ConfigureAwait(false);
        var ledger = page.Items.Reverse().ToList();
        var (middle, last) = (ledger[ledger.Count / 2], ledger[^1].Occurred + PharmacySamples.Microsecond);
        StockQuery[] scopes = [new(), new(product), new(product, lying[0].Lot.Id, place)];
        LedgerSpan[] spans = [new(last), new(last, middle.Occurred), new(middle.Occurred), new(last, After: LedgerPoint.Of(middle)), new(last, UpTo: LedgerPoint.Of(middle)), new(middle.Occurred, last)];
        foreach (var scope in scopes)
        {
            foreach (var span in spans)
            {
                var part = ledger.Where(m => (scope.Presentation is null || m.Presentation == scope.Presentation) && (scope.Lot is null || m.Lot == scope.Lot)
                    && m.Occurred < span.Until && (span.From is null || m.Occurred >= span.From)
                    && (span.After is not { } a || LedgerPoint.Of(m) > a) && (span.UpTo is not { } u || LedgerPoint.Of(m) <= u)).ToList();
                var flows = await store.FlowsAsync(stores.Tenant, scope, span, ct).ConfigureAwait(false);
                Check.Sequence(
                    part.GroupBy(m => (m.Presentation, m.Lot, m.Location, m.Kind, m.Direction, m.Target?.Department))
                        .OrderBy(g => g.Key.Presentation.Value).ThenBy(g => g.Key.Lot.Value).ThenBy(g => g.Key.Location.Value).ThenBy(g => g.Key.Kind).ThenBy(g => g.Key.Direction)
                        .ThenBy(g => g.Key.Department?.Value)
                        .Select(g => (g.Key.Lot, g.Key.Kind, g.Key.Direction, g.Key.Department, Steps: g.Sum(m => m.Quantity.Steps), g.First().UnitCost)),
                    flows.Select(f => (f.Lot, f.Kind, f.Direction, f.Department, f.Quantity.Steps, f.UnitCost)), $"Flows of {scope} in {span}");
                Check.Sequence(part.Take(7), await store.LedgerAsync(stores.Tenant, scope, span, 7, ct).ConfigureAwait(false), $"Movements of {scope} in {span}");
                Check.Sequence(
                    part.GroupBy(m => (m.Presentation, Quarter: m.Occurred.ToUnixTimeSeconds() / 900)).OrderBy(g => g.Key.Presentation.Value).ThenBy(g => g.Key.Quarter)
                        .Select(g => new QuarterFlow(
                            g.Key.Presentation, Instant.FromUnixTimeSeconds(g.Key.Quarter * 900), new(g.Sum(m => m.Change.Steps), 2),
                            new(g.Where(m => m.Kind is MovementKind.Issue or MovementKind.Return).Sum(m => -m.Change.Steps), 2))),
                    await store.QuartersAsync(stores.Tenant, scope, span, ct).ConfigureAwait(false), $"Quarters of {scope} in {span}");
            }
        }
    }

    private static async Task SoldAsync(IClinicStores stores, CancellationToken ct)
    {
        var shop = await ShopAsync(stores, ct).ConfigureAwait(false);
        var start = stores.Now();
        var first = await SellAsync(stores, shop, 3, 10.10m, ct).ConfigureAwait(false);
        var second = await SellAsync(stores, shop, 7, 33.33m, ct).ConfigureAwait(false);
        var noon = stores.Now() + PharmacySamples.Microsecond;
        stores.Clock.Advance(Duration.FromHours(1));
        await ReturnAsync(stores, shop, first, 1, 3.37m, ct).ConfigureAwait(false);
        var end = stores.Now() + PharmacySamples.Microsecond;
        stores.Clock.Advance(Duration.FromHours(1));
        await CancelAsync(stores, second, ct).ConfigureAwait(false);
        var late = stores.Now() + PharmacySamples.Microsecond;

        var cost = shop.Lot.UnitCost.Amount;
        await ExpectAsync(start, noon, 10, 43.43m).ConfigureAwait(false);
        await ExpectAsync(start, end, 9, 40.06m).ConfigureAwait(false);
        await ExpectAsync(noon, end, -1, -3.37m).ConfigureAwait(false);
        await ExpectAsync(end, late, -7, -33.33m).ConfigureAwait(false);
        await ExpectAsync(start, late, 2, 6.73m).ConfigureAwait(false);

        async Task ExpectAsync(Instant from, Instant until, int units, decimal net)
        {
            var flow = (await stores.Get<IReportStore>().SoldAsync(stores.Tenant, shop.Site, from, until, ct).ConfigureAwait(false)).Single();
            Check.Equal(
                new SoldFlow(PriceSegment.OfInsurer("IESS"), shop.Department, shop.Lot.Presentation, new(units * 100, 2), Usd(net), Usd(units * cost)), flow,
                $"Sold from {from} until {until}");
        }
    }

    private static async Task InvoicesAsync(IClinicStores stores, CancellationToken ct)
    {
        var shop = await ShopAsync(stores, ct).ConfigureAwait(false);
        var start = stores.Now();
        var sales = new List<Sale>();
        for (var i = 1; i <= 3; i++) sales.Add(await SellAsync(stores, shop, i, 1.01m * i, ct).ConfigureAwait(false));
        var invoice = Check.Found(await stores.Get<IInvoiceStore>().FindAsync(stores.Tenant, sales[2].Head.Invoice!.Value, ct).ConfigureAwait(false), "The invoice");
        await stores.CommitAsync(unit => stores.Get<IInvoiceStore>().Save(unit, invoice.Annul("x", stores.Now())), ct).ConfigureAwait(false);
        var until = stores.Now() + PharmacySamples.Microsecond;
        var segment = PriceSegment.OfInsurer("IESS");
        Check.Sequence(
            [new(segment, InvoiceKind.Invoice, InvoiceStatus.Pending, 2, Usd(3.03m)), new(segment, InvoiceKind.Invoice, InvoiceStatus.Void, 1, Usd(3.03m))],
            await stores.Get<IReportStore>().InvoicesAsync(stores.Tenant, shop.Site, start, until, ct).ConfigureAwait(false), "Documents");
        Check.Equal(0, (await stores.Get<IReportStore>().InvoicesAsync(stores.Tenant, shop.Site, until, until + Duration.FromDays(1), ct).ConfigureAwait(false)).Count, "Later ones");
    }

    private static async Task TracesAsync(IClinicStores stores, CancellationToken ct)
    {
        var shop = await ShopAsync(stores, ct).ConfigureAwait(false);
        var start = stores.Now();
        var sales = new List<Sale>();
        for (var i = 1; i <= 4; i++) sales.Add(await SellAsync(stores, shop, i, 1.01m * i, ct).ConfigureAwait(false));
        sales[0] = await ReturnAsync(stores, shop, sales[0], 1, 1.01m, ct).ConfigureAwait(false);
        sales[1] = await ReturnAsync(stores, shop, sales[1], 1, 1m, ct).ConfigureAwait(false);
        // One movement too many: the ledger gave back what the sale does not know of.
        var issued = Check.Found(await stores.Get<IMovementStore>().FindPostingAsync(stores.Tenant, sales[3].Lines[0].Posting!.Value, ct).ConfigureAwait(false), "The posting").Movements[0];
        await stores.PostAsync(ct, stores.AMovement(shop.Lot, shop.Location, MovementDirection.In, 50, MovementKind.Return) with { Returns = issued.Id }).ConfigureAwait(false);

        var traces = new List<SaleTrace>();
        string? after = null;
        do
        {
            var page = await stores.Get<IReportStore>().TracesAsync(stores.Tenant, shop.Site, start, stores.Now() + Duration.FromDays(1), new PageRequest(3, after), ct).ConfigureAwait(false);
            traces.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        Check.Sequence(sales.Select(s => s.Id), traces.Select(t => t.Sale), "First completed first");
        Check.Sequence([0L, 100L, 300L, 350L], traces.Select(t => t.Ledger.Sum(l => l.Quantity.Steps)), "Out by the ledger");
        Check.Sequence([0L, 100L, 300L, 400L], traces.Select(t => t.Sold.Sum(l => l.Quantity.Steps)), "Out by the sale");
        Check.Sequence([1, 1, 1, 1], traces.Select(t => t.Invoices.Count), "Documents");
        Check.Sequence(
            [new(sales[0].Id, SaleDifferenceKind.CreditNotes, null, 1.01m, 0), new(sales[1].Id, SaleDifferenceKind.CreditNotes, null, 1m, 0), new(sales[3].Id, SaleDifferenceKind.StockQuantity, shop.Lot.Id, 4, 3.5m)],
            traces.SelectMany(SaleReconciler.Compare), "Differences");
    }

    private static async Task SeparatesAsync(IClinicStores stores, CancellationToken ct)
    {
        var shop = await ShopAsync(stores, ct).ConfigureAwait(false);
        await SellAsync(stores, shop, 1, 1, ct).ConfigureAwait(false);
        var store = stores.Get<IReportStore>();
        var (from, until) = (stores.Now() - Duration.FromDays(1), stores.Now() + Duration.FromDays(1));
        foreach (var (tenant, site) in new[] { (stores.OtherTenant, shop.Site), (stores.Tenant, stores.NewId<SiteId>()) })
        {
            Check.Equal(0, (await store.SoldAsync(tenant, site, from, until, ct).ConfigureAwait(false)).Count, "What was sold");
            Check.Equal(0, (await store.InvoicesAsync(tenant, site, from, until, ct).ConfigureAwait(false)).Count, "Documents");
            Check.Equal(0, (await store.TracesAsync(tenant, site, from, until, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Sales");
            Check.Equal(0, (await store.FlowsAsync(tenant, new StockQuery(Site: site), new(until), ct).ConfigureAwait(false)).Count, "Flows");
            Check.Equal(0, (await store.LedgerAsync(tenant, new StockQuery(Site: site), new(until), 9, ct).ConfigureAwait(false)).Count, "Movements");
            Check.Equal(0, (await store.QuartersAsync(tenant, new StockQuery(Site: site), new(until), ct).ConfigureAwait(false)).Count, "Quarters");
        }
    }

    private static async Task<(SiteId Site, DepartmentId Department, Lot Lot, LocationId Location)> ShopAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, location) = await stores.LyingAsync(100_00, ct).ConfigureAwait(false);
        return (stores.NewId<SiteId>(), stores.NewId<DepartmentId>(), lot, location);
    }

    private static async Task<Sale> SellAsync(IClinicStores stores, (SiteId Site, DepartmentId Department, Lot Lot, LocationId Location) shop, int units, decimal net, CancellationToken ct)
    {
        stores.Clock.Advance(Duration.FromMinutes(1));
        var quantity = new StockQuantity(units * 100, 2);
        var issue = stores.AMovement(shop.Lot, shop.Location, MovementDirection.Out, quantity.Steps, MovementKind.Issue);
        var line = new SaleLine(
            1, shop.Lot.Presentation, "AMX", "Amoxicilina", new Quantity(units, UnitCode.Tablet), quantity, ControlledClass.None,
            new(new(stores.NewId<PriceListId>(), "PUB", 1, null), [], Usd(net), Usd(0), [], Usd(net)), null, null, null, []);
        var basket = Sale.Restore(new(
            new SaleHead
            {
                Id = stores.NewId<SaleId>(),
                Site = shop.Site,
                Location = shop.Location,
                Cashier = stores.NewId<PersonId>(),
                Segment = PriceSegment.OfInsurer("IESS"),
                Buyer = new(DocumentKind.Cedula, "1710034065", "María", null, null, null),
                Department = shop.Department,
                Begun = stores.Now(),
                LineCount = 1,
                LastLine = 1,
                Net = Usd(net),
                Discount = Usd(0),
                Tax = Usd(0),
                Rounding = Usd(0),
                Credited = Usd(0),
                Version = 1,
            },
            [line], [], []));
        var invoice = Invoice.Request(stores.NewId<InvoiceId>(), InvoiceKind.Invoice, basket.Id, null, shop.Site, Usd(net), stores.Now());
        var shift = stores.NewId<ShiftId>();
        var sold = basket.Complete(
            basket.Head with { Completed = stores.Now(), Shift = shift, Invoice = invoice.Id },
            [line with { Posting = issue.Posting, Parts = [new(shop.Lot.Id, shop.Lot.Number, null, quantity, shop.Lot.UnitCost, Usd(net), StockQuantity.Zero(2))] }],
            [new(1, PaymentKind.Cash, Usd(net), false, null, null, null, shift, stores.Now(), basket.Head.Cashier)]);
        await stores.CommitAsync(unit => stores.Get<ISaleStore>().Add(unit, basket), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit =>
        {
            stores.Get<IStockStore>().Post(unit, issue);
            stores.Get<IInvoiceStore>().Add(unit, invoice);
            stores.Get<ISaleStore>().Save(unit, basket, sold);
        }, ct).ConfigureAwait(false);
        return sold;
    }

    private static async Task<Sale> ReturnAsync(
        IClinicStores stores, (SiteId Site, DepartmentId Department, Lot Lot, LocationId Location) shop, Sale sale, int units, decimal net, CancellationToken ct)
    {
        var issued = Check.Found(await stores.Get<IMovementStore>().FindPostingAsync(stores.Tenant, sale.Lines[0].Posting!.Value, ct).ConfigureAwait(false), "The posting").Movements[0];
        var move = stores.AMovement(shop.Lot, shop.Location, MovementDirection.In, units * 100, MovementKind.Return) with { Returns = issued.Id };
        var back = new SaleReturn(
            1, stores.Now(), sale.Head.Cashier, sale.Head.Shift!.Value, "x",
            [new(1, shop.Lot.Id, new(units * 100, 2), GoodsCondition.Sellable, shop.Location, move.Posting, Usd(net), [], Usd(net))], Usd(0), Usd(net), null);
        var returned = sale.TakeBack(back, [new(2, PaymentKind.Cash, Usd(net), true, null, null, null, sale.Head.Shift.Value, stores.Now(), sale.Head.Cashier, 1)]);
        await stores.CommitAsync(unit =>
        {
            stores.Get<IStockStore>().Post(unit, move);
            stores.Get<ISaleStore>().Save(unit, sale, returned);
        }, ct).ConfigureAwait(false);
        return returned;
    }

    private static async Task CancelAsync(IClinicStores stores, Sale sale, CancellationToken ct)
    {
        var cancelled = sale.Cancel("x", [new(2, PaymentKind.Cash, sale.Head.Total(), true, null, null, null, sale.Head.Shift!.Value, stores.Now(), sale.Head.Cashier)], stores.Now());
        await stores.CommitAsync(unit => stores.Get<ISaleStore>().Save(unit, sale, cancelled), ct).ConfigureAwait(false);
    }

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);
}
