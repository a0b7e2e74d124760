using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Sales;
using Clinic.Storage.Turso;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Benchmarks.Sales;

/// <summary>A pharmacy on a database file that sells fifty products, each of one lot that never runs out.</summary>
public sealed class BenchShop : IDisposable
{
    private readonly ServiceProvider services;
    private readonly TenantId tenant;
    private readonly SiteId site;
    private readonly LocationId store;
    private readonly DepartmentId department;
    private readonly Actor pharmacist;
    private readonly List<PresentationId> products = [];

    private BenchShop(string file)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton(PayloadKeyRing.Random());
        collection.AddClinicPharmacy().WithSales().UseTurso(o => o.DataSource = file);
        services = collection.BuildServiceProvider();
        var ids = Get<IIdGenerator>();
        (tenant, site, store, department) = (ids.Next<TenantId>(), ids.Next<SiteId>(), ids.Next<LocationId>(), ids.Next<DepartmentId>());
        pharmacist = new(ids.Next<PersonId>(), [Role.Pharmacist], [department]);
    }

    public static async Task<BenchShop> CreateAsync(string file, int products)
    {
        var shop = new BenchShop(file);
        await shop.Get<TursoMigrator>().UpAsync(CancellationToken.None);
        await shop.SetUpAsync(products);
        return shop;
    }

    public async Task<SaleId> BeginAsync() =>
        (await Get<SaleBaskets>().BeginAsync(As(), new BeginSale(store, PriceSegment.Patient))).Sale;

    public Task AddAsync(SaleId sale, int product) =>
        Get<SaleBaskets>().AddAsync(As(), new AddSaleLine(sale, new BasketLine(products[product], new Quantity(2, UnitCode.Tablet))));

    public void Dispose() => services.Dispose();

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    private CommandContext As() => new(tenant, site, pharmacist, "bench", Get<IIdGenerator>().Next<CommandId>());

    private async Task SetUpAsync(int count)
    {
        await Get<IUnitOfWork>().RunAsync(As(), new Setup(), (unit, _) =>
        {
            var sites = Get<ISiteStore>();
            sites.Save(unit, new Site(site, "Hospital", DateTimeZoneProviders.Tzdb["America/Guayaquil"], Currency.Usd));
            sites.Save(unit, new Department(department, site, "Farmacia"));
            sites.Save(unit, new Location(store, site, department, "Bodega", LocationKind.Store, true));
            unit.Audit("site.saved", new("core.site", site.Value));
            return Task.FromResult("done");
        });
        for (var i = 0; i < count; i++) await AddProductAsync(FormattableString.Invariant($"P{i:000}"));
        var today = Get<IClock>().GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["America/Guayaquil"]).Date;
        await Get<TaxGroups>().SetAsync(As(), new SetTaxGroup("IVA15", "IVA 15 %", today, 15, "law"));
        await Get<PriceBook>().PublishAsync(As(), new PublishPriceList(
            new PriceListData(
                "PUB", "Público", PriceSegment.Patient, Currency.Usd, false, today,
                [.. products.Select(p => new PriceEntry(p, PricePer.BaseUnit, PriceRule.Fixed(1.10m), "IVA15"))]), "opening"));
    }

    private async Task AddProductAsync(string code)
    {
        var medication = await Get<MedicationCatalogue>().AddAsync(As(), new AddMedication(new MedicationData(
            code, "Amoxicilina", "tablet", [new Ingredient("amoxicillin", new Quantity(500, UnitCode.Milligram))])));
        products.Add((await Get<PresentationCatalogue>().AddAsync(As(), new AddPresentation(new PresentationData(medication.Id, code, code, UnitCode.Tablet)))).Id);
        var line = new ReceiveLine
        {
            Presentation = products[^1],
            LotNumber = new LotNumber("L1"),
            Expiration = new ExpirationDate(new LocalDate(2090, 1, 1)),
            Paid = new Quantity(1_000_000, UnitCode.Tablet),
            Price = new Money(10_000, Currency.Usd),
        };
        await Get<StockReceiving>().ReceiveAsync(As(), new ReceiveStock { Location = store, Supplier = "Distribuidora", Lines = [line] });
    }

    private sealed record Setup : ICommand<string>
    {
        public string Name => "bench.setup";

        public void Describe(IPayloadWriter payload)
        {
        }
    }
}
