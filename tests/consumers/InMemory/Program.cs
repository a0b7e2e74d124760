using Clinic.Abstractions;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Inquiries;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Stock;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

var services = new ServiceCollection();
services.AddClinicPharmacy(o => o.CostTolerance = 2).UseInMemory();
using var app = services.BuildServiceProvider();

// Your own directory of sites may answer ISiteDirectory; here the one of the packages is filled.
var ids = app.GetRequiredService<IIdGenerator>();
var tenant = ids.Next<TenantId>();
var site = new Site(ids.Next<SiteId>(), "Hospital del Norte", DateTimeZoneProviders.Tzdb["America/Guayaquil"], Currency.Usd);
var pharmacy = new Department(ids.Next<DepartmentId>(), site.Id, "Farmacia");
var store = new Location(ids.Next<LocationId>(), site.Id, pharmacy.Id, "Bodega", LocationKind.Store, IsPickable: true);
var ana = new Actor(ids.Next<PersonId>(), [Role.Pharmacist], [pharmacy.Id]);
CommandContext New() => new(tenant, site.Id, ana, "my-app", ids.Next<CommandId>());

await app.GetRequiredService<IUnitOfWork>().RunAsync(New(), new OpenClinic(), (unit, _) =>
{
    var places = app.GetRequiredService<ISiteStore>();
    places.Save(unit, site);
    places.Save(unit, pharmacy);
    places.Save(unit, store);
    unit.Audit("site.opened", new FactKey("core.site", site.Id.Value));
    return Task.FromResult("open");
});

var medication = await app.GetRequiredService<MedicationCatalogue>().AddAsync(New(), new AddMedication(new MedicationData(
    "AMX500", "Amoxicilina", "tablet", [new Ingredient("amoxicillin", new Quantity(500, UnitCode.Milligram))])));
var presentation = await app.GetRequiredService<PresentationCatalogue>().AddAsync(New(), new AddPresentation(new PresentationData(
    medication.Id, "AMX500-100", "Amoxicilina 500 mg x 100", UnitCode.Tablet,
    Levels: [new PackLevel("blister", 10), new PackLevel("box", 10)],
    Gtins: [new PresentationGtin(Gtin.Parse("09506000134352"), "box")])));

ReceiveLine Line(string scan, int boxes, decimal price) => new()
{
    Scan = scan,
    Paid = new Quantity(boxes, new UnitCode("box")),
    Price = new Money(price, Currency.Usd),
};
var received = await app.GetRequiredService<StockReceiving>().ReceiveAsync(New(), new ReceiveStock
{
    Location = store.Id,
    Supplier = "Distribuidora Andina",
    Document = "001-001-000123",
    Lines =
    [
        Line("(01)09506000134352(17)281130(10)LATE", boxes: 2, price: 30.00m),
        Line("(01)09506000134352(17)270630(10)SOON", boxes: 1, price: 18.00m),
    ],
});
foreach (var lot in received.Lines) Console.WriteLine($"received {lot.Quantity} of lot {lot.Number}, until {lot.Expiration}, at {lot.UnitCost} each");

var issue = new IssueStock { From = store.Id, Lines = [new PickLine(presentation.Id, new Quantity(150, UnitCode.Tablet))] };
var command = New();
var issued = await app.GetRequiredService<StockIssuing>().IssueAsync(command, issue);
foreach (var part in issued.Lines[0].Parts) Console.WriteLine($"issued {part.Quantity} of lot {part.Number}");
Console.WriteLine($"cost {issued.Cost}");

var repeated = await app.GetRequiredService<StockIssuing>().IssueAsync(command, issue);
Console.WriteLine($"repeated: same posting {repeated.Posting == issued.Posting}");

try
{
    await app.GetRequiredService<LotControl>().RecallAsync(New(), new RecallLots(presentation.Id, new LotNumber("LATE"), "Alerta sanitaria"));
    await app.GetRequiredService<StockIssuing>().IssueAsync(New(), issue);
}
catch (PharmacyException refusal)
{
    foreach (var failure in refusal.Failures) Console.WriteLine($"refused: {failure.Code}, not approved {failure.Facts["notApproved"]}");
}

var inquiries = app.GetRequiredService<StockInquiries>();
var stock = await inquiries.NowAsync(tenant, new StockQuery(Location: store.Id), PageRequest.First);
foreach (var line in stock.Items) Console.WriteLine($"on hand {line.OnHand} of lot {line.Lot.Number} ({line.Lot.Status}), worth {line.Value}");
Console.WriteLine($"ledger differences: {(await inquiries.VerifyAsync(tenant)).Count}");

internal sealed class OpenClinic : ICommand<string>
{
    public string Name => "my-app.open-clinic";

    public void Describe(IPayloadWriter payload)
    {
    }
}
