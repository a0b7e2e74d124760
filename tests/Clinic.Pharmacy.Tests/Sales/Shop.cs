using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Printing;
using Clinic.Pharmacy.Sales.Shifts;
using Clinic.Pharmacy.Tests.Kit;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Sales;

/// <summary>A hospital that sells: prices for patients, a cashier with an open till, a named buyer.</summary>
public sealed class Shop
{
    private readonly List<PriceEntry> entries = [];
    private PriceListId? list;
    private long listVersion;

    private Shop(Hospital hospital)
    {
        H = hospital;
        Cashier = new(Hospital.Id<PersonId>(20), [Role.Cashier], [hospital.PharmacyDepartment]);
        Auxiliary = new(Hospital.Id<PersonId>(21), [Role.Auxiliary], [hospital.PharmacyDepartment]);
    }

    public static Buyer Maria { get; } = new(DocumentKind.Cedula, "1710034065", "María Ñáñez", "maria@example.com", "0991234567");

    public Hospital H { get; }

    public Actor Cashier { get; }

    public Actor Auxiliary { get; }

    public SalesOptions Options => H.Get<IOptions<SalesOptions>>().Value;

    public SaleBaskets Baskets => H.Get<SaleBaskets>();

    public SaleCheckout Checkout => H.Get<SaleCheckout>();

    public SaleTakebacks Takebacks => H.Get<SaleTakebacks>();

    public SaleReceipts Receipts => H.Get<SaleReceipts>();

    public CashierShifts Shifts => H.Get<CashierShifts>();

    public Invoicing Invoicing => H.Get<Invoicing>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Shop> OpenAsync(bool withTill = true)
    {
        var shop = new Shop(new Hospital());
        var today = shop.H.Site.DateOf(shop.H.Clock.Now);
        await shop.H.Get<TaxGroups>().SetAsync(shop.H.As(), new SetTaxGroup("IVA15", "IVA 15 %", today, 15, "law"), Ct);
        await shop.H.Get<TaxGroups>().SetAsync(shop.H.As(), new SetTaxGroup("IVA0", "IVA 0 %", today, 0, "law"), Ct);
        if (withTill) await shop.TillAsync(shop.Cashier);
        return shop;
    }

    public static Money Usd(decimal amount) => new(amount, Currency.Usd);

    public async Task<ShiftId> TillAsync(Actor actor, decimal cash = 20) =>
        (await Shifts.OpenAsync(H.As(actor), new OpenShift(Usd(cash)), Ct)).Shift;

    /// <summary>A product with a price per unit, before taxes, and stock.</summary>
    public async Task<Presentation> ProductAsync(
        string code = "AMX500", decimal price = 1.10m, string tax = "IVA15", decimal stock = 100, decimal cost = 0.5m, ControlledClass controlled = ControlledClass.None,
        LocalDate? expires = null)
    {
        var medication = await H.Get<MedicationCatalogue>().AddAsync(H.As(), new AddMedication(new MedicationData(
            code, "Amoxicilina", "tablet", [new Ingredient("amoxicillin", new Quantity(500, UnitCode.Milligram))], Controlled: controlled)), Ct);
        var answer = await H.Get<PresentationCatalogue>().AddAsync(H.As(), new AddPresentation(new PresentationData(
            medication.Id, code, $"{code} Cápsulas", UnitCode.Tablet, 0, [new("blister", 10), new("box", 10)])), Ct);
        var presentation = (await H.Get<IPresentationStore>().FindAsync(H.Tenant, answer.Id, Ct))!;
        if (stock > 0) await H.LotAsync(presentation, stock, $"L-{code}", expires, cost);
        await PriceAsync(new PriceEntry(presentation.Id, PricePer.BaseUnit, PriceRule.Fixed(price), tax));
        return presentation;
    }

    /// <summary>Sets a price from today on.</summary>
    public async Task PriceAsync(PriceEntry entry)
    {
        entries.RemoveAll(e => e.Presentation == entry.Presentation && e.Per == entry.Per);
        entries.Add(entry);
        var today = H.Site.DateOf(H.Clock.Now);
        if (list is not { } id)
        {
            var published = await H.Get<PriceBook>().PublishAsync(
                H.As(), new PublishPriceList(new PriceListData("PUB", "Público", PriceSegment.Patient, Currency.Usd, false, today, [entry]), "opening"), Ct);
            (list, listVersion) = (published.Id, published.Version);
            return;
        }

        listVersion = (await H.Get<PriceBook>().ReviseAsync(H.As(), new RevisePriceList(id, listVersion, today, "change", [entry]), Ct)).Version;
    }

    public async Task<BasketAnswer> BeginAsync(Actor? actor = null, Buyer? buyer = null) =>
        await Baskets.BeginAsync(H.As(actor ?? Cashier), new BeginSale(H.Store, PriceSegment.Patient, buyer ?? Maria, Hospital.Id<PatientId>(1)), Ct);

    public Task<BasketAnswer> AddAsync(SaleId sale, Presentation p, decimal quantity, Actor? actor = null, PrescriptionReference? prescription = null) =>
        Baskets.AddAsync(H.As(actor ?? Cashier), new AddSaleLine(sale, new BasketLine(p.Id, new Quantity(quantity, p.BaseUnit), prescription)), Ct);

    public Task<SaleAnswer> CompleteAsync(BasketAnswer basket, Actor? actor = null, params Payment[] payments) => Checkout.CompleteAsync(
        H.As(actor ?? Cashier),
        new CompleteSale(basket.Sale, basket.Version, payments.Length > 0 ? payments : [new(PaymentKind.Cash, basket.Total)]), Ct);

    /// <summary>A completed sale of one line, paid in cash.</summary>
    public async Task<SaleAnswer> SoldAsync(Presentation p, decimal quantity, Actor? actor = null)
    {
        var basket = await BeginAsync(actor);
        return await CompleteAsync(await AddAsync(basket.Sale, p, quantity, actor), actor);
    }

    public Task<SaleAnswer> ReturnAsync(SaleAnswer sale, Actor actor, decimal quantity, GoodsCondition condition = GoodsCondition.Sellable, int line = 1, params Refund[] refunds) =>
        Takebacks.ReturnAsync(
            H.As(actor),
            new ReturnSale(
                sale.Sale, sale.Version,
                [new GoodsBack(line, new Quantity(quantity, UnitCode.Tablet), condition, condition == GoodsCondition.Sellable ? H.Store : H.Quarantine)], "changed mind",
                refunds.Length > 0 ? refunds : null), Ct);

    public async Task<Sale> SaleAsync(SaleId sale) => (await H.Get<ISaleStore>().FindAsync(H.Tenant, sale, Ct))!;

    public async Task<CashierShift> ShiftAsync(ShiftId shift) => (await H.Get<IShiftStore>().FindAsync(H.Tenant, shift, Ct))!;

    public async Task<CashierShift> TillOfAsync(Actor actor) => (await H.Get<IShiftStore>().OpenOfAsync(H.Tenant, H.Site.Id, actor.Person, Ct))!;

    public async Task<Invoice> InvoiceAsync(InvoiceId invoice) => (await H.Get<IInvoiceStore>().FindAsync(H.Tenant, invoice, Ct))!;

    public async Task<IReadOnlyList<OutboxEvent>> EventsAsync(string type) =>
        [.. (await H.Get<IOutbox>().LeaseAsync(H.Tenant, H.Clock.Now, H.Clock.Now + Duration.FromSeconds(1), 500, Ct)).Where(e => e.Type == type)];
}
