using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Shifts;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ISaleStore"/> promises.</summary>
public static class SaleStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A sale comes back with lines, payments and returns, whatever happened to it", KeepsAsync),
        new("A line is added, changed and removed without the others, and found by presentation or number", LinesAsync),
        new("A stale version is a conflict, for a line too", RefusesStaleAsync),
        new("Sales are listed last begun first, filtered, per tenant", ListsAsync),
    ];

    private static SaleHead AHead(IClinicStores stores) => new()
    {
        Id = stores.NewId<SaleId>(),
        Site = stores.NewId<SiteId>(),
        Location = stores.NewId<LocationId>(),
        Cashier = stores.NewId<PersonId>(),
        Segment = PriceSegment.OfInsurer("IESS"),
        Buyer = new(DocumentKind.Cedula, "1710034065", "María Ñáñez 💊", "maria@example.com", "099", "Av. 9 de Octubre"),
        Patient = stores.NewId<PatientId>(),
        Department = stores.NewId<DepartmentId>(),
        Begun = stores.Now(),
        Net = Usd(0),
        Discount = Usd(0),
        Tax = Usd(0),
        Rounding = Usd(0),
        Credited = Usd(0),
        Version = 1,
    };

    private static SaleLine ALine(IClinicStores stores, int number, PresentationId? presentation = null) => new(
        number, presentation ?? stores.NewId<PresentationId>(), "AMX", "Amoxicilina", new Quantity(1.5m, new UnitCode("box")), new StockQuantity(150, 2),
        ControlledClass.Narcotic,
        new(
            new(stores.NewId<PriceListId>(), "PUB", 3, stores.NewId<SpecialPriceId>()), [new(PricePer.Pack("box"), 100, 1.5m, 2.345678m, 2.5m, PriceRule.Fixed(2.5m), false)],
            Usd(3.50m), Usd(0.25m), [new("IVA15", 15, false, Usd(3.50m), Usd(0.53m))], Usd(4.03m)),
        new("R-1", "Dra. Peña", "MSP-1", new LocalDate(2026, 2, 28)), stores.NewId<ReservationId>(), null, []);

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);

    private static async Task<Sale> BasketAsync(IClinicStores stores, CancellationToken ct, int lines = 2)
    {
        var sale = Sale.Restore(new(AHead(stores), [], [], []));
        await stores.CommitAsync(unit => stores.Get<ISaleStore>().Add(unit, sale), ct).ConfigureAwait(false);
        for (var i = 1; i <= lines; i++)
        {
            var line = ALine(stores, i);
            sale = Sale.Restore(sale.ToSnapshot() with { Head = sale.Head.With(null, line), Lines = [.. sale.Lines, line] });
            await stores.CommitAsync(unit => stores.Get<ISaleStore>().SaveLine(unit, sale.Head, line, isRemoved: false), ct).ConfigureAwait(false);
        }

        return sale;
    }

    private static Sale Completed(IClinicStores stores, Sale sale)
    {
        var shift = stores.NewId<ShiftId>();
        var cashier = stores.NewId<PersonId>();
        var lines = sale.Lines.Select(l => l with
        {
            Reservation = null,
            Posting = stores.NewId<PostingId>(),
            Parts = [new(stores.NewId<LotId>(), new LotNumber("L/1"), new ExpirationDate(new LocalDate(2027, 1, 31)), l.Stock, new UnitCost(0.12345678m, Currency.Usd), l.Price.Total, StockQuantity.Zero(2))],
        }).ToList();
        var total = sale.Head.LinesTotal() + Usd(0.01m);
        return sale.Complete(
            sale.Head with { Cashier = cashier, Rounding = Usd(0.01m), Completed = stores.Now(), Shift = shift, Invoice = stores.NewId<InvoiceId>() }, lines,
            [
                new(1, PaymentKind.Cash, Usd(1), false, Usd(5), null, null, shift, stores.Now(), cashier),
                new(2, PaymentKind.DepartmentCredit, total - Usd(1), false, null, "ref", stores.NewId<DepartmentId>(), shift, stores.Now(), cashier),
            ]);
    }

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ISaleStore>();
        var basket = await BasketAsync(stores, ct).ConfigureAwait(false);
        await ExpectAsync(stores, basket, ct).ConfigureAwait(false);
        var done = Completed(stores, basket);
        await stores.CommitAsync(unit => store.Save(unit, basket, done), ct).ConfigureAwait(false);
        await ExpectAsync(stores, done, ct).ConfigureAwait(false);

        var shift = stores.NewId<ShiftId>();
        var by = stores.NewId<PersonId>();
        var back = new SaleReturn(
            1, stores.Now(), by, shift, "opened",
            [new(1, done.Lines[0].Parts[0].Lot, new(50, 2), GoodsCondition.Opened, stores.NewId<LocationId>(), stores.NewId<PostingId>(), Usd(1.17m), [new("IVA15", 15, false, Usd(1.17m), Usd(0.18m))], Usd(1.35m))],
            Usd(0), Usd(1.35m), stores.NewId<InvoiceId>());
        var returned = done.TakeBack(back, [new(3, PaymentKind.Cash, Usd(1), true, null, null, null, shift, stores.Now(), by, 1), new(4, PaymentKind.DepartmentCredit, Usd(0.35m), true, null, null, null, shift, stores.Now(), by, 1)]);
        await stores.CommitAsync(unit => store.Save(unit, done, returned), ct).ConfigureAwait(false);
        await ExpectAsync(stores, returned, ct).ConfigureAwait(false);
    }

    private static async Task LinesAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ISaleStore>();
        var sale = await BasketAsync(stores, ct, 3).ConfigureAwait(false);
        var byNumber = Check.Found(await store.FindBasketAsync(stores.Tenant, sale.Id, null, 2, ct).ConfigureAwait(false), "The basket");
        var byPresentation = Check.Found(await store.FindBasketAsync(stores.Tenant, sale.Id, sale.Lines[1].Presentation, null, ct).ConfigureAwait(false), "The basket");
        Check.Equal((2, 2), (byNumber.Line?.Number, byPresentation.Line?.Number), "The line by number and by presentation");
        Check.Equal(null, (await store.FindBasketAsync(stores.Tenant, sale.Id, stores.NewId<PresentationId>(), null, ct).ConfigureAwait(false))?.Line, "No such line");
        Check.Equal(null, await store.FindBasketAsync(stores.OtherTenant, sale.Id, null, 2, ct).ConfigureAwait(false), "Mine, asked by the other");

        var changed = byNumber.Line! with { Quantity = new Quantity(3, new UnitCode("box")), Stock = new(300, 2), Prescription = null, Reservation = null };
        var head = byNumber.Head.With(byNumber.Line, changed);
        await stores.CommitAsync(unit => store.SaveLine(unit, head, changed, isRemoved: false), ct).ConfigureAwait(false);
        var less = head.With(sale.Lines[0], null);
        await stores.CommitAsync(unit => store.SaveLine(unit, less, sale.Lines[0], isRemoved: true), ct).ConfigureAwait(false);
        await ExpectAsync(stores, Sale.Restore(new(less, [changed, sale.Lines[2]], [], [])), ct).ConfigureAwait(false);
    }

    private static async Task RefusesStaleAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ISaleStore>();
        var basket = await BasketAsync(stores, ct).ConfigureAwait(false);
        var stale = basket.Head.With(basket.Lines[0], null);
        var done = Completed(stores, basket);
        await stores.CommitAsync(unit => store.Save(unit, basket, done), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Save(unit, basket, done), ct), "A completion that was done already").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.SaveLine(unit, stale, basket.Lines[0], isRemoved: true), ct), "A line of a version that is gone").ConfigureAwait(false);
        await ExpectAsync(stores, done, ct).ConfigureAwait(false);
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var all = new List<Sale>();
        for (var i = 0; i < 4; i++)
        {
            stores.Clock.Advance(Duration.FromMinutes(1));
            all.Add(await BasketAsync(stores, ct, 1).ConfigureAwait(false));
        }

        var store = stores.Get<ISaleStore>();
        var done = Completed(stores, all[1]);
        await stores.CommitAsync(unit => store.Save(unit, all[1], done), ct).ConfigureAwait(false);
        async Task<IReadOnlyList<SaleId>> Ids(SaleQuery query, TenantId? tenant = null) =>
            [.. (await store.ListAsync(tenant ?? stores.Tenant, query, PageRequest.First, ct).ConfigureAwait(false)).Items.Select(h => h.Id)];
        var first = await store.ListAsync(stores.Tenant, new SaleQuery(), new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, new SaleQuery(), new PageRequest(3, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(all.AsEnumerable().Reverse().Select(s => s.Id), first.Items.Concat(rest.Items).Select(h => h.Id), "Last begun first");
        Check.Sequence([done.Id], await Ids(new SaleQuery(SaleStatus.Completed)).ConfigureAwait(false), "Those completed");
        Check.Sequence([done.Id], await Ids(new SaleQuery(Shift: done.Head.Shift)).ConfigureAwait(false), "Those of a shift");
        Check.Sequence([all[2].Id], await Ids(new SaleQuery(Patient: all[2].Head.Patient)).ConfigureAwait(false), "Those of a patient");
        Check.Sequence([all[3].Id], await Ids(new SaleQuery(Cashier: all[3].Head.Cashier)).ConfigureAwait(false), "Those of a cashier");
        Check.Sequence([all[0].Id], await Ids(new SaleQuery(Site: all[0].Head.Site)).ConfigureAwait(false), "Those of a site");
        Check.Equal(0, (await Ids(new SaleQuery(), stores.OtherTenant).ConfigureAwait(false)).Count, "Those of the other");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, done.Id, ct).ConfigureAwait(false), "One of mine, asked by the other");
    }

    private static async Task ExpectAsync(IClinicStores stores, Sale expected, CancellationToken ct)
    {
        var found = Check.Found(await stores.Get<ISaleStore>().FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The sale");
        Check.Equal(expected.Head, found.Head, "The head");
        Check.Equal(Text(expected.Lines), Text(found.Lines), "The lines");
        Check.Sequence(expected.Payments, found.Payments, "The payments");
        Check.Equal(Text(expected.Returns), Text(found.Returns), "The returns");
    }

    // Records with lists inside do not compare by their lists; their text form does.
    private static string Text<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value, ClinicJson.Options);
}
